package org.lenetlab.app.cli;

import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/**
 * A sub-command of {@code lenet}. Bound in the application's module; all are constructed at every
 * start, so constructors only keep their dependencies.
 */
public interface Command {

  /** What the user types: {@code run}, or two words, {@code data fetch}. */
  String name();

  /** One line for the overview, without a final full stop. */
  String summary();

  /** The positional arguments as the help shows them: {@code FILE…}; empty for none. */
  String arguments();

  /** A complete command line that works in a fresh checkout. */
  String example();

  /** Its own options; {@code --help} is added to them. */
  default Options options() {
    return new Options();
  }

  /**
   * Does it.
   *
   * @throws UserException for a mistake in the arguments or in a file that they name
   */
  ExitCode run(CommandLine line, Console console);
}
