package org.lenetlab.app.machine;

import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.lenetlab.app.cli.UserException;
import org.lenetlab.app.cli.ValueOption;

/** {@code --threads} of commands that train. */
public final class ThreadsOption {
  private static final String THREADS = "threads";

  private ThreadsOption() {}

  /** Adds the option to those of a command. */
  public static Options addTo(Options options) {
    return options.addOption(
        ValueOption.of(THREADS, "N", "how many threads to use; default: all cores"));
  }

  /** Whether the user says how many. */
  public static boolean isGiven(CommandLine line) {
    return line.hasOption(THREADS);
  }

  /**
   * How many threads may be used.
   *
   * @throws UserException if the option is not a number of threads
   */
  public static int of(CommandLine line) {
    String word = line.getOptionValue(THREADS);
    if (word == null) {
      return Runtime.getRuntime().availableProcessors();
    }
    if (!word.matches("0*[1-9][0-9]{0,3}")) {
      throw new UserException(
          "--threads: expected a number of threads, 1 or more, not '" + word + "'");
    }
    return Integer.parseInt(word);
  }
}
