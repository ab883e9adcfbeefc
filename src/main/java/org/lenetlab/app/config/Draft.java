package org.lenetlab.app.config;

import com.google.common.base.Suppliers;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.lenetlab.api.experiment.Experiment;
import org.lenetlab.api.spec.SpecException;

/**
 * An experiment file as far as it can be understood. Checks that need several values work on the
 * parts that are sound, so that they find their problems in the same go as the reader does.
 */
public final class Draft {
  private final Path path;
  private final Map<String, String> axes;
  private final Tree.Entry written;
  private final Map<String, Optional<Object>> parts;
  private final Optional<Experiment> experiment;
  private final List<Diagnostic> problems;
  private final List<Diagnostic> dropped;
  private final Supplier<ExperimentFile> complete;

  /**
   * @param axes what a sweep chose for it, by axis; empty without a sweep
   * @param written what the user wrote
   * @param parts the top-level values by key, nothing for the wrong ones
   * @param experiment nothing if any part is wrong
   */
  Draft(
      Path path,
      Map<String, String> axes,
      Tree.Entry written,
      Map<String, Optional<Object>> parts,
      Optional<Experiment> experiment,
      List<Diagnostic> problems,
      List<Diagnostic> dropped,
      Unbinder unbinder) {
    this.path = path;
    this.axes = Collections.unmodifiableMap(new LinkedHashMap<>(axes));
    this.written = written;
    this.parts = Map.copyOf(parts);
    this.experiment = experiment;
    this.problems = Report.sorted(problems);
    this.dropped = Report.sorted(dropped);
    this.complete = Suppliers.memoize(() -> complete(unbinder));
  }

  /** The file, as it was named. */
  public Path path() {
    return path;
  }

  /** What a sweep chose for it, by axis, in the order of the file; empty without a sweep. */
  public Map<String, String> axes() {
    return axes;
  }

  /** What the reader has found wrong, in the order of the places. */
  public List<Diagnostic> problems() {
    return problems;
  }

  /** Keys that were left out because the kind of their block was changed by a later layer. */
  public List<Diagnostic> dropped() {
    return dropped;
  }

  /** Whether the value of a top-level key is sound; an optional one may be absent. */
  public boolean isSound(String key) {
    return parts.getOrDefault(key, Optional.empty()).isPresent();
  }

  /** The value of a top-level key, or nothing where it is wrong or absent. */
  public <T> Optional<T> part(String key, Class<T> type) {
    return parts.getOrDefault(key, Optional.empty()).filter(type::isInstance).map(type::cast);
  }

  /** The place of the value at {@code path}, such as {@code training/epochs}. */
  public Place place(String path) {
    return Locator.place(written, path);
  }

  /** The problems of the value at {@code path}, each at its place. */
  public List<Diagnostic> locate(SpecException problem, String path) {
    return Locator.locate(written, problem.under(path));
  }

  /**
   * The experiment.
   *
   * @throws ExperimentFileException if anything is wrong
   */
  public ExperimentFile complete() {
    if (!problems.isEmpty()) {
      throw new ExperimentFileException(problems);
    }
    return complete.get();
  }

  private ExperimentFile complete(Unbinder unbinder) {
    Experiment sound =
        experiment.orElseThrow(() -> new IllegalStateException("no problem, but wrong: " + path));
    return new ExperimentFile(
        path, axes, sound, written, unbinder.tree(sound, ExperimentReader.EXPERIMENT), dropped);
  }
}
