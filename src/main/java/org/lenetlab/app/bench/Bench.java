package org.lenetlab.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.backend.Backend;
import org.lenetlab.api.backend.MeasurableBackend;
import org.lenetlab.api.backend.MeasurableBackend.TimedProgram;
import org.lenetlab.api.backend.Program;
import org.lenetlab.app.cli.Version;
import org.lenetlab.app.machine.BackendChoice;
import org.lenetlab.app.machine.Commit;
import org.lenetlab.app.machine.Home;
import org.lenetlab.app.run.Study;
import org.lenetlab.results.bench.Benchmark;
import org.lenetlab.results.bench.Benchmark.Pace;
import org.lenetlab.results.bench.Benchmark.Peak;
import org.lenetlab.results.group.Sample;
import org.lenetlab.results.store.Environment;
import org.lenetlab.training.TrainingPlan;

/** Measures one study. */
final class Bench {
  /** Peak, training and forward take turns, so that what disturbs one disturbs all. */
  private static final int ROUNDS = 5;

  private final Study study;
  private final TrainingPlan plan;
  private final Backend backend;
  private final long windowNanos;
  private final Work work;

  private Bench(Study study, double seconds) {
    this.study = study;
    plan = study.plan(study.experiment().seed());
    backend = study.backend().create(study.threads());
    windowNanos = Math.max(1, Math.round(seconds * 1e9 / ROUNDS));
    work = new Work(plan.network());
  }

  /**
   * Measures training, forward and the ops.
   *
   * @param seconds for each of the three, warming up not included
   */
  static Benchmark measure(Study study, double seconds) {
    return new Bench(study, seconds).measure();
  }

  private Benchmark measure() {
    List<Double> training = new ArrayList<>();
    List<Double> forward = new ArrayList<>();
    List<Peak> peaks = new ArrayList<>();
    long allocated;
    try (Program program = compile();
        Track track = new Track(plan, program, study.threads())) {
      track.warmUp(windowNanos);
      for (int round = 0; round < ROUNDS; round++) {
        if (backend instanceof MeasurableBackend measurable) {
          peaks.add(new Peak(measurable.measurePeak(1), measurable.measurePeak(study.threads())));
        }
        training.add(track.train(windowNanos));
        forward.add(track.forward(windowNanos));
      }
      allocated = track.allocatedBytesPerStep();
    }
    OpMeasurement ops =
        backend instanceof MeasurableBackend measurable ? ops(measurable) : OpMeasurement.NONE;
    BackendChoice choice = study.backend();
    return new Benchmark(
        study.experiment().name(),
        study.dataset().title(),
        plan.network().toString(),
        plan.training().batchSize(),
        choice.name() + " on " + choice.device().name().toLowerCase(Locale.ROOT),
        Environment.current(
            Version.number(), Commit.of(Home.folder()), study.threads(), backend.hardware()),
        peak(peaks),
        new Pace(new Sample(training).median(), training, work.trainingFlops()),
        new Pace(new Sample(forward).median(), forward, work.forwardFlops()),
        allocated,
        ops.ops(),
        ops.otherNanosPerImage());
  }

  private Program compile() {
    return backend.compile(
        plan.network(), plan.loss(), plan.training().batchSize(), study.experiment().seed());
  }

  private OpMeasurement ops(MeasurableBackend measurable) {
    TimedProgram timed =
        measurable.compileTimed(
            plan.network(), plan.loss(), plan.training().batchSize(), study.experiment().seed());
    try (Program program = timed.program();
        Track track = new Track(plan, program, study.threads())) {
      track.warmUp(windowNanos);
      timed.times().clear();
      long start = System.nanoTime();
      double imagesPerSecond = track.train(ROUNDS * windowNanos);
      double images = imagesPerSecond * (System.nanoTime() - start) / 1e9;
      return OpMeasurement.of(
          work, timed.times().read(), images, study.threads() * 1e9 / imagesPerSecond);
    }
  }

  private static @Nullable Peak peak(List<Peak> peaks) {
    return peaks.isEmpty()
        ? null
        : new Peak(
            new Sample(peaks.stream().map(Peak::oneThread).toList()).median(),
            new Sample(peaks.stream().map(Peak::allThreads).toList()).median());
  }
}
