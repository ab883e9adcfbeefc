package org.lenetlab.app.trained;

import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.lenetlab.app.cli.ValueOption;

/** {@code --results}, the folder of all results. */
public final class ResultsOption {
  private static final String RESULTS = "results";

  /** Where results are kept unless the option says otherwise. */
  public static final Path DEFAULT = Path.of(RESULTS);

  private ResultsOption() {}

  /** Adds the option to those of a command. */
  public static Options addTo(Options options) {
    return options.addOption(
        ValueOption.of(RESULTS, "DIR", "where results are kept; default: " + DEFAULT));
  }

  /** How a command line names a folder of all results: not at all where it is the default. */
  public static List<String> words(Path folder) {
    return folder.equals(DEFAULT) ? List.of() : List.of("--" + RESULTS, folder.toString());
  }

  /** The folder, which need not exist. */
  public static Path folder(CommandLine line) {
    return Path.of(line.getOptionValue(RESULTS, DEFAULT.toString()));
  }
}
