package org.lenetlab.app.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.lenetlab.app.cli.UserException;
import org.lenetlab.app.cli.ValueOption;

/** What {@code --executor} can name: where runs are trained. */
sealed interface ExecutorOption {
  String SPARK = "spark";
  String LOCAL = "local";
  String EXECUTOR = "executor";
  String MASTER = "master";
  String CONF = "conf";

  /** What masters look like. */
  String MASTERS =
      "spark://[^,:/\\s]+:\\d{1,5}(,[^,:/\\s]+:\\d{1,5})*|yarn|k8s://\\S+"
          + "|local-cluster\\[\\d+,\\d+,\\d+]|local(\\[(\\d+|\\*)])?";

  String EXAMPLES = "spark://HOST:PORT, yarn, k8s://URL or local-cluster[WORKERS,CORES,MEGABYTES]";

  /** This machine. */
  record Local() implements ExecutorOption {}

  /**
   * A Spark cluster.
   *
   * @param settings of Spark, by their names
   */
  record Spark(String master, Map<String, String> settings) implements ExecutorOption {}

  /** Adds the options to those of a command. */
  static Options addTo(Options options) {
    return options
        .addOption(
            ValueOption.of(EXECUTOR, "WHERE", "where to train: local, the default, or spark"))
        .addOption(ValueOption.of(MASTER, "URL", "the Spark cluster: " + EXAMPLES))
        .addOption(
            ValueOption.of(
                CONF, "KEY=VALUE", "a setting of Spark, such as spark.executor.memory=2g"));
  }

  /**
   * What was asked for.
   *
   * @throws UserException if it is unknown, or something is missing or does not fit
   */
  static ExecutorOption of(CommandLine line) {
    return switch (line.getOptionValue(EXECUTOR, LOCAL)) {
      case LOCAL -> {
        for (String option : List.of(MASTER, CONF)) {
          if (line.hasOption(option)) {
            throw new UserException("--" + option + " goes with --executor spark");
          }
        }
        yield new Local();
      }
      case SPARK -> new Spark(master(line.getOptionValue(MASTER, "")), settings(line));
      case String other -> throw ValueOption.unknown(EXECUTOR, other, List.of(LOCAL, SPARK));
    };
  }

  private static String master(String word) {
    if (word.isEmpty()) {
      throw new UserException("--executor spark needs --master, such as " + EXAMPLES);
    }
    if (!word.matches(MASTERS)) {
      throw new UserException("--master: expected " + EXAMPLES + ", not '" + word + "'");
    }
    return word;
  }

  private static Map<String, String> settings(CommandLine line) {
    Map<String, String> settings = new LinkedHashMap<>();
    String[] words = line.getOptionValues(CONF);
    for (String word : words == null ? new String[0] : words) {
      int equals = word.indexOf('=');
      if (!word.startsWith("spark.") || equals < 0) {
        throw new UserException(
            "--conf: expected a setting such as spark.executor.memory=2g, not '" + word + "'");
      }
      settings.put(word.substring(0, equals), word.substring(equals + 1));
    }
    return settings;
  }
}
