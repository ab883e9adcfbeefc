package org.lenetlab.app.config;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.lenetlab.api.experiment.Experiment;
import org.lenetlab.api.spec.SpecException;

/** An experiment file that has been read: extended, overridden, validated and bound. */
public final class ExperimentFile {
  private final Path path;
  private final Experiment experiment;
  private final List<Diagnostic> dropped;

  ExperimentFile(Path path, Experiment experiment, List<Diagnostic> dropped) {
    this.path = path;
    this.experiment = experiment;
    this.dropped = List.copyOf(dropped);
  }

  /** The file, as it was named. */
  public Path path() {
    return path;
  }

  /** What it declares. */
  public Experiment experiment() {
    return experiment;
  }

  /**
   * The same experiment as YAML with every default filled in; reads back as the same experiment.
   */
  public String resolved() {
    return experiment.toString();
  }

  /**
   * The given top-level keys of {@link #resolved}, such as {@code dataset}, as JSON that is the
   * same text for the same experiment: no spaces, keys sorted. Keys without a value are left out.
   */
  public String canonicalJson(Collection<String> keys) {
    return keys.toString();
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
    throw new UnsupportedOperationException(path, problem);
  }
}
