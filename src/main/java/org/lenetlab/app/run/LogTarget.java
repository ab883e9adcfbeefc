package org.lenetlab.app.run;

import java.net.URI;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.lenetlab.app.cli.DidYouMean;
import org.lenetlab.app.cli.UserException;
import org.lenetlab.app.cli.ValueOption;

/** What {@code --log} can name: where figures of runs go beside the folder of results. */
sealed interface LogTarget {
  String LOG = "log";
  String TENSORBOARD = "tensorboard";
  String MLFLOW = "mlflow";

  /** Event files in the run's folder {@code tensorboard}. */
  record TensorBoard() implements LogTarget {}

  /** An MLflow server. */
  record Mlflow(URI server) implements LogTarget {}

  static Option option() {
    return ValueOption.of(
        LOG,
        "WHERE",
        "also logs to tensorboard, or to mlflow:URI, such as mlflow:http://localhost:5000");
  }

  /** Adds {@code --log} to the options of a command. */
  static Options addTo(Options options) {
    return options.addOption(option());
  }

  /**
   * All that were named.
   *
   * @throws UserException if one is unknown
   */
  static List<LogTarget> of(CommandLine line) {
    String[] words = line.getOptionValues(LOG);
    return words == null ? List.of() : List.of(words).stream().map(LogTarget::parse).toList();
  }

  private static LogTarget parse(String word) {
    if (word.equals(TENSORBOARD)) {
      return new TensorBoard();
    }
    if (word.startsWith(MLFLOW + ":")) {
      return new Mlflow(server(word.substring(MLFLOW.length() + 1)));
    }
    throw new UserException(
        "--log: expected tensorboard or mlflow:URI, not '"
            + word
            + "'"
            + DidYouMean.question(word, List.of(TENSORBOARD, MLFLOW)));
  }

  private static URI server(String address) {
    try {
      URI uri = URI.create(address);
      String scheme = uri.getScheme();
      if (scheme != null && scheme.matches("https?") && uri.getAuthority() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw new UserException("--" + LOG + ": " + e.getMessage(), e);
    }
    throw new UserException(
        "--log: expected an address after mlflow:, such as mlflow:http://localhost:5000, not '"
            + address
            + "'");
  }
}
