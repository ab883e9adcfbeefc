package org.lenetlab.app.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.lenetlab.results.table.TableFormat;

/** {@code --format} of commands that print tables. */
public final class FormatOption {
  private static final String FORMAT = "format";

  private FormatOption() {}

  /** Adds the option to those of a command. */
  public static Options addTo(Options options) {
    return options.addOption(
        Option.builder()
            .longOpt(FORMAT)
            .hasArg()
            .argName("FORM")
            .desc("one of " + String.join(", ", names()) + "; default: console")
            .get());
  }

  /**
   * The form that was asked for.
   *
   * @throws UserException if there is no such form
   */
  public static TableFormat of(CommandLine line) {
    String word = line.getOptionValue(FORMAT, name(TableFormat.CONSOLE));
    if (!names().contains(word)) {
      throw new UserException(
          "--format: expected one of "
              + String.join(", ", names())
              + ", not '"
              + word
              + "'"
              + DidYouMean.question(word, names()));
    }
    return TableFormat.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static List<String> names() {
    return Arrays.stream(TableFormat.values()).map(FormatOption::name).toList();
  }

  private static String name(TableFormat format) {
    return format.name().toLowerCase(Locale.ROOT);
  }
}
