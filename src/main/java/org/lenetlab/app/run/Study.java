package org.lenetlab.app.run;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.backend.BackendSpec;
import org.lenetlab.api.data.DatasetInfo;
import org.lenetlab.api.experiment.Checkpoint;
import org.lenetlab.api.experiment.Experiment;
import org.lenetlab.api.network.Network;
import org.lenetlab.app.config.ExperimentFile;
import org.lenetlab.app.machine.BackendChoice;
import org.lenetlab.results.store.Identity;
import org.lenetlab.results.store.Identity.Inputs;
import org.lenetlab.results.store.Identity.Platform;
import org.lenetlab.results.store.RunRecord.Subject;
import org.lenetlab.training.PreparedData;
import org.lenetlab.training.TrainingPlan;

/**
 * An experiment with all that its runs share on this machine.
 *
 * @param dataset what it says of itself
 * @param weights that training starts from, in canonical order; null to draw them
 * @param threads that may be used in all
 */
public record Study(
    ExperimentFile file,
    BackendChoice backend,
    DatasetInfo dataset,
    PreparedData data,
    Network network,
    float @Nullable [] weights,
    Inputs inputs,
    int threads) {
  /** The experiment that its file describes. */
  public Experiment experiment() {
    return file.experiment();
  }

  /** The seeds of its runs. */
  List<Long> seeds() {
    long first = experiment().seed();
    return LongStream.range(first, first + experiment().repeats()).boxed().toList();
  }

  /** Its runs, in the order of their seeds. */
  List<Run> runs() {
    return runs(experiment().training().epochs());
  }

  /** Its runs, each to be paused after an epoch. */
  List<Run> runs(int pause) {
    return seeds().stream().map(seed -> new Run(this, identity(seed), pause)).toList();
  }

  /** The run with a seed. */
  public TrainingPlan plan(long seed) {
    return new TrainingPlan(
        network,
        experiment().loss(),
        experiment().optimizer(),
        experiment().training(),
        data,
        seed);
  }

  /** The state before the first epoch. */
  Checkpoint start(long seed) {
    return weights == null ? plan(seed).start() : Checkpoint.start(weights);
  }

  Identity identity(long seed) {
    BackendSpec spec = backend.spec();
    Platform platform =
        new Platform(
            backend.device().name().toLowerCase(Locale.ROOT),
            backend.name(),
            spec.numerics(),
            spec.threadsChangeResults() ? threads : null);
    return Identity.of(file.deciding(), seed, platform, inputs);
  }

  Subject subject() {
    PreparedData.Split split = data.split(experiment().seed());
    return new Subject(
        dataset.title(),
        split.training().count(),
        split.validation() == null ? 0 : split.validation().count(),
        split.test().count(),
        network.parameterCount(),
        network.connectionCount(),
        network.flops(),
        dataset.shape(),
        dataset.classes());
  }
}
