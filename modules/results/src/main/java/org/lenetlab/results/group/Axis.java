package org.lenetlab.results.group;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;

/** One thing that runs are told apart by, named by its dotted path. */
public final class Axis {
  /** What is called otherwise than its path. */
  private static final Map<String, String> TITLES =
      Map.of(
          "architecture.name", "network",
          "optimizer.name", "optimizer",
          "optimizer.learning-rate", "learning rate",
          "training.batch-size", "batch",
          "training.epochs", "epochs");

  private final String path;
  private final Labels labels;

  /**
   * The axis at {@code path}.
   *
   * @param runs all that are going to be told apart
   */
  public Axis(String path, Collection<Run> runs) {
    this.path = path;
    this.labels =
        new Labels(runs.stream().map(run -> run.at(path)).filter(Objects::nonNull).toList());
  }

  public String path() {
    return path;
  }

  /** Its name for people. */
  public String title() {
    String title = TITLES.get(path);
    return title != null ? title : path.replaceAll("\\.name$", "");
  }

  /** The value for people, as the sweep calls it if one chose it; empty if the run has none. */
  public String label(Run run) {
    String chosen = run.record().axes().get(path);
    if (chosen != null) {
      return chosen;
    }
    JsonNode value = run.at(path);
    return value == null ? "" : labels.of(value);
  }

  /** The value for comparing. */
  JsonNode value(Run run) {
    JsonNode value = run.at(path);
    return value == null ? MissingNode.getInstance() : value;
  }
}
