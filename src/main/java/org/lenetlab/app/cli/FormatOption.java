package org.lenetlab.app.cli;

import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.lenetlab.results.table.TableFormat;

/** {@code --format} of commands that print tables. */
public final class FormatOption {
  private static final String FORMAT = "format";

  private FormatOption() {}

  /** Adds the option to those of a command that prints a table. */
  public static Options addTo(Options options) {
    return addTo(options, TableFormat.class);
  }

  /** Adds the option to those of a command that knows {@code forms}; the first is the default. */
  public static <E extends Enum<E>> Options addTo(Options options, Class<E> forms) {
    List<String> names = ValueOption.words(forms);
    return options.addOption(
        ValueOption.of(
            FORMAT,
            "FORM",
            "one of " + String.join(", ", names) + "; default: " + names.getFirst()));
  }

  /**
   * The form of a table that was asked for.
   *
   * @throws UserException if there is no such form
   */
  public static TableFormat of(CommandLine line) {
    return of(line, TableFormat.class);
  }

  /**
   * The form that was asked for.
   *
   * @throws UserException if it is none of {@code forms}
   */
  public static <E extends Enum<E>> E of(CommandLine line, Class<E> forms) {
    return ValueOption.choice(line, FORMAT, forms);
  }
}
