package org.lenetlab.results.store;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.fault.MachineFault;

/** Results cannot be read or written. The message names the file, what is wrong, and the cure. */
public final class ResultsException extends MachineFault {
  private static final long serialVersionUID = 1L;

  ResultsException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The failure to write a file of results, which is the machine's. */
  static ResultsException cannotWrite(Path file, IOException cause) {
    return cannotWrite(file, "--results", cause);
  }

  /**
   * The failure to write a file.
   *
   * @param option that chooses its place
   */
  static ResultsException cannotWrite(Path file, String option, IOException cause) {
    return new ResultsException(
        "cannot write %s: %s; make room or choose another place with %s"
            .formatted(file, reason(cause), option),
        cause);
  }

  /** A file that is not what this program writes. */
  static ResultsException broken(Path file, Exception cause) {
    String reason =
        cause instanceof IOException io ? reason(io) : String.valueOf(cause.getMessage());
    return new ResultsException(file + " cannot be used: " + reason, cause);
  }

  private static String reason(IOException e) {
    return switch (e) {
      case FileAlreadyExistsException file -> file.getFile() + " is a file, not a folder";
      case AccessDeniedException _ -> "permission denied";
      case FileSystemException file when file.getReason() != null -> file.getReason();
      case FileSystemException _ -> nameOf(e);
      case FileNotFoundException _ -> firstLine(e).replaceFirst(".* \\((.*)\\)$", "$1");
      case JsonProcessingException json -> firstLine(json) + place(json.getLocation());
      default -> firstLine(e);
    };
  }

  /** The file system's exceptions often say no more than a path; the rest is in their name. */
  private static String nameOf(IOException e) {
    return e.getClass()
        .getSimpleName()
        .replaceAll("Exception$", "")
        .replaceAll("(?=[A-Z])", " ")
        .strip();
  }

  /** Without what Jackson says of the source, which is a text in memory. */
  private static String firstLine(IOException e) {
    String message =
        e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
    return String.valueOf(message)
        .lines()
        .findFirst()
        .orElse("")
        .replaceAll("\\[Source: .*?; (line: \\d+), (column: \\d+)]", "$1, $2");
  }

  private static String place(@Nullable JsonLocation location) {
    return location == null
        ? ""
        : ", line: %d, column: %d".formatted(location.getLineNr(), location.getColumnNr());
  }
}
