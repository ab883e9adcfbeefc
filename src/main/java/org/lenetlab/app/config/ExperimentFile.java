package org.lenetlab.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lenetlab.api.experiment.Experiment;
import org.lenetlab.api.spec.SpecException;

/** An experiment file that has been read: extended, overridden, validated and bound. */
public final class ExperimentFile {
  private static final Set<String> DECIDING =
      Set.of("dataset", "architecture", "loss", "optimizer", "training");

  private final Path path;
  private final Map<String, String> axes;
  private final Experiment experiment;
  private final Tree.Entry written;
  private final JsonNode resolved;
  private final List<Diagnostic> dropped;

  /**
   * @param axes what a sweep chose for it, by axis; empty without a sweep
   * @param written what the user wrote
   * @param resolved all that the experiment consists of
   */
  ExperimentFile(
      Path path,
      Map<String, String> axes,
      Experiment experiment,
      Tree.Entry written,
      JsonNode resolved,
      List<Diagnostic> dropped) {
    this.path = path;
    this.axes = axes;
    this.experiment = experiment;
    this.written = written;
    this.resolved = resolved;
    this.dropped = List.copyOf(dropped);
  }

  /** The file, as it was named. */
  public Path path() {
    return path;
  }

  /** What a sweep chose for it, by axis, in the order of the file; empty without a sweep. */
  public Map<String, String> axes() {
    return axes;
  }

  /** The same as the trial of a sweep that chose {@code others}. */
  public ExperimentFile asTrial(Map<String, String> others) {
    return new ExperimentFile(path, others, experiment, written, resolved, dropped);
  }

  /** The same with a sweep that {@link #resolved} shows. */
  ExperimentFile withSweep(JsonNode sweep) {
    ObjectNode whole = resolved.deepCopy();
    whole.set(Layering.SWEEP, sweep);
    return new ExperimentFile(path, axes, experiment, written, whole, dropped);
  }

  /** What it declares. */
  public Experiment experiment() {
    return experiment;
  }

  /**
   * The same experiment, or sweep, as YAML with every default filled in; reads back as the same.
   */
  public String resolved() {
    return YamlWriter.write(resolved);
  }

  /**
   * The given top-level keys of {@link #resolved}, such as {@code dataset}, as JSON that is the
   * same text for the same experiment: no spaces, keys sorted. Keys without a value are left out.
   */
  String canonicalJson(Collection<String> keys) {
    return selected(keys).toString();
  }

  /**
   * All that decides the bits of its runs beside the seed and what computes them, as such JSON. How
   * often training tells of itself is left out.
   */
  public String deciding() {
    ObjectNode deciding = selected(DECIDING);
    if (deciding.get("training") instanceof ObjectNode training) {
      training.remove("log-every");
    }
    return deciding.toString();
  }

  private ObjectNode selected(Collection<String> keys) {
    ObjectNode selected = JsonNodeFactory.instance.objectNode();
    for (String key : new TreeSet<>(keys)) {
      JsonNode value = resolved.get(key);
      if (value != null) {
        selected.set(key, sorted(value));
      }
    }
    return selected;
  }

  /**
   * The value at a dotted path of {@link #resolved}, such as {@code dataset.transform}, as JSON in
   * one line; empty if there is none.
   */
  public String json(String path) {
    JsonNode value = resolved.at("/" + path.replace('.', '/'));
    return value.isMissingNode() || value.isNull() ? "" : value.toString();
  }

  private static JsonNode sorted(JsonNode tree) {
    if (tree.isObject()) {
      TreeMap<String, JsonNode> children = new TreeMap<>();
      tree.properties().forEach(entry -> children.put(entry.getKey(), sorted(entry.getValue())));
      ObjectNode sorted = JsonNodeFactory.instance.objectNode();
      sorted.setAll(children);
      return sorted;
    }
    if (tree.isArray()) {
      var sorted = JsonNodeFactory.instance.arrayNode();
      tree.forEach(item -> sorted.add(sorted(item)));
      return sorted;
    }
    return tree;
  }

  /** Keys that were left out because the kind of their block was changed by a later layer. */
  public List<Diagnostic> dropped() {
    return dropped;
  }

  /**
   * The located form of a problem that was found later, such as a layer that does not fit its
   * input.
   *
   * @param path where the value stands that {@code problem} is about, such as {@code architecture}
   */
  public ExperimentFileException locate(SpecException problem, String path) {
    return new ExperimentFileException(Locator.locate(written, problem.under(path)));
  }
}
