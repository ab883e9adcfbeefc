package org.lenetlab.results.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Results cannot be read or written. The message names the file, what is wrong, and the cure. */
public final class ResultsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ResultsException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The failure to write a file, which is the machine's. */
  static ResultsException cannotWrite(Path file, IOException cause) {
    return new ResultsException(
        "cannot write "
            + file
            + ": "
            + reason(cause)
            + "; make room or choose another folder with --results",
        cause);
  }

  /** A file that is not what this program writes. */
  static ResultsException broken(Path file, Exception cause) {
    String reason =
        cause instanceof IOException io ? reason(io) : String.valueOf(cause.getMessage());
    return new ResultsException(file + " cannot be used: " + reason, cause);
  }

  /** The file system's exceptions often say no more than a path; the rest is in their name. */
  private static String reason(IOException e) {
    String message = e instanceof FileSystemException file ? file.getReason() : firstLine(e);
    return message != null
        ? message
        : e.getClass()
            .getSimpleName()
            .replaceAll("Exception$", "")
            .replaceAll("(?=[A-Z])", " ")
            .strip();
  }

  private static String firstLine(IOException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
