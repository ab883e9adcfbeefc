package org.lenetlab.results.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.lenetlab.api.experiment.EpochMetrics;
import org.lenetlab.api.experiment.Measure;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.Dense;
import org.lenetlab.api.network.Elementwise;
import org.lenetlab.api.network.Initialization;
import org.lenetlab.api.network.Initializer;
import org.lenetlab.api.network.LayerSpec;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Op;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.random.RandomStream;
import org.lenetlab.api.spec.PerLayer;
import org.lenetlab.results.store.Identity.Inputs;
import org.lenetlab.results.store.Identity.Platform;
import org.lenetlab.results.store.RunRecord.Outcome;
import org.lenetlab.results.store.RunRecord.Subject;

/** Runs and networks made by hand. */
public final class TestRuns {
  public static final String EXPERIMENT =
      """
      {"architecture":{"name":"mlp","units":[2]},"dataset":{"name":"mnist"},\
      "optimizer":{"learning-rate":0.1,"name":"sgd"},"training":{"batch-size":64,"epochs":2}}\
      """;

  private static final Environment HERE =
      new Environment("host", "cpu", 2, "Linux", "25", "0.1.0", "abc", 2, "");

  private TestRuns() {}

  public static Identity identity(String experiment, long seed) {
    return Identity.of(
        experiment,
        seed,
        new Platform("cpu", "reference", 1, null),
        new Inputs("d1", null, Map.of()));
  }

  /** A run that was begun but has no results. */
  public static RunRecord begun(String experiment, long seed) {
    return RunRecord.begun(
        "demo",
        identity(experiment, seed),
        Map.of(),
        new Subject("MNIST", 100, 0, 10_000, 18, 18, 30, new Shape(1, 28, 28), List.of("0", "1")),
        HERE,
        "2026-01-01T00:00:0" + seed + "Z");
  }

  /** A finished run whose last epoch's test accuracy is {@code percent}. */
  public static RunRecord finished(String experiment, long seed, double percent) {
    return begun(experiment, seed).finished(outcome(percent));
  }

  /** The same run with {@code count} validation images, of 100 for training. */
  public static RunRecord withValidation(RunRecord run, int count) {
    return on("MNIST", count, run);
  }

  /** The same run on another dataset. */
  public static RunRecord on(String dataset, RunRecord run) {
    return on(dataset, 0, run);
  }

  private static RunRecord on(String dataset, int validation, RunRecord run) {
    Subject subject =
        new Subject(
            dataset, 100, validation, 10_000, 18, 18, 30, new Shape(1, 28, 28), List.of("0", "1"));
    return RunRecord.begun(
            run.experiment(), run.identity(), run.axes(), subject, HERE, run.started())
        .finished(Objects.requireNonNull(run.outcome()));
  }

  public static Outcome outcome(double percent) {
    int correct = (int) Math.round(100 * percent);
    return new Outcome(
        "2026-01-01T01:00:00Z", List.of(epoch(1, correct / 2), epoch(2, correct)), 2, "ff");
  }

  public static EpochMetrics epoch(int epoch, int correct) {
    return new EpochMetrics(
        epoch,
        new Measure(0.5 / epoch, 90, 100),
        null,
        new Measure(0.25 / epoch, correct, 10_000),
        0.1,
        null,
        50,
        10);
  }

  /** Two layers, {@code hidden} and {@code output}: 3 → 2 → 3. */
  public static Network network() {
    return Network.plan(
        (input, classes) -> List.of(dense("hidden", 2), dense("output", classes)),
        PerLayer.all(new Initialization(new Constant(), null, null)),
        Shape.vector(3),
        3);
  }

  private static LayerSpec dense(String name, int units) {
    return new NamedDense(name, units);
  }

  private record NamedDense(String name, int units) implements LayerSpec {
    @Override
    public List<Op> lower(Shape input) {
      Dense dense = new Dense(input, units);
      return List.of(dense, new Elementwise(dense.output(), new Activation.Relu()));
    }
  }

  private record Constant() implements Initializer {
    @Override
    public float value(RandomStream random, int fanIn, double fanOut) {
      return 0.5f;
    }
  }

  /** Values 0, 1, 2, … */
  public static float[] ramp(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = i;
    }
    return values;
  }

  /** Five finished runs with seeds 1 … 5. */
  public static List<RunRecord> five(double... percents) {
    return new ArrayList<>(
        IntStream.range(0, percents.length)
            .mapToObj(i -> finished(EXPERIMENT, i + 1, percents[i]))
            .toList());
  }
}
