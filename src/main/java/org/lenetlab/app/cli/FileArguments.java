package org.lenetlab.app.cli;

import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** The arguments of commands that read experiment files: {@code FILE… [--set k=v]…}. */
public final class FileArguments {
  private static final String SET = "set";

  private FileArguments() {}

  /** Adds {@code --set} to the options of a command. */
  public static Options addTo(Options options) {
    return options.addOption(
        ValueOption.of(
            SET,
            "KEY=VALUE",
            "overrides a key, such as optimizer.learning-rate=0.05; ~KEY removes one"));
  }

  /** Whether a command with these options takes overrides. */
  static boolean areAmong(Options options) {
    return options.hasLongOption(SET);
  }

  /**
   * The files that were named.
   *
   * @throws UserException if there is none
   */
  public static List<Path> files(CommandLine line) {
    if (line.getArgList().isEmpty()) {
      throw new UserException("expected an experiment file, such as experiments/quickstart.yaml");
    }
    return line.getArgList().stream().map(Path::of).toList();
  }

  /** The overrides, in the order in which they were given. */
  public static List<String> overrides(CommandLine line) {
    String[] values = line.getOptionValues(SET);
    return values == null ? List.of() : List.of(values);
  }
}
