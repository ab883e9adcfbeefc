package org.lenetlab.app.run;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lenetlab.api.experiment.EpochMetrics;
import org.lenetlab.api.experiment.Metric;
import org.lenetlab.api.experiment.RunResult;
import org.lenetlab.results.store.Hashes;
import org.lenetlab.results.store.RunRecord;
import org.lenetlab.results.store.RunRecord.Outcome;
import org.lenetlab.training.Trainer;

/** Trains a finished run again and compares the bits. The stored run is left as it is. */
final class AgainTask implements Callable<AgainTask.Comparison> {
  private static final int SHORT = 12;

  private final Workbench bench;
  private final RunRecord record;

  /**
   * How the two trainings compare.
   *
   * @param same whether all bits are the same
   * @param words for the reader
   */
  record Comparison(boolean same, String words) {}

  AgainTask(Workbench bench, RunRecord record) {
    this.bench = bench;
    this.record = record;
  }

  @Override
  public Comparison call() throws InterruptedException {
    long seed = record.identity().seed();
    RunLines lines = new RunLines(bench.screen(), bench.lines(), seed);
    Study study = bench.study();
    RunResult again =
        new Trainer(bench.backend(), bench.threads(), lines)
            .train(study.plan(seed), study.start(seed));
    return compare(Objects.requireNonNull(record.outcome()), again);
  }

  private Comparison compare(Outcome stored, RunResult again) {
    String hash = Hashes.of(again.parameters());
    boolean same = hash.equals(stored.parametersHash());
    String run = "seed " + record.identity().seed() + ": ";
    if (same) {
      return new Comparison(true, run + "the same bits again, parameters " + shortened(hash));
    }
    String where =
        firstDifference(stored.epochs(), again.epochs()).orElse("only the parameters differ");
    return new Comparison(
        false,
        run
            + "OTHER BITS: parameters "
            + shortened(hash)
            + ", stored "
            + shortened(stored.parametersHash())
            + "; "
            + where);
  }

  private static Optional<String> firstDifference(
      List<EpochMetrics> stored, List<EpochMetrics> again) {
    for (int i = 0; i < Math.min(stored.size(), again.size()); i++) {
      for (Metric metric : Metric.values()) {
        double before = metric.of(stored.get(i));
        double now = metric.of(again.get(i));
        if (Double.compare(before, now) != 0) {
          return Optional.of(
              "first in epoch %d, %s %s, stored %s".formatted(i + 1, metric, now, before));
        }
      }
    }
    return Optional.empty();
  }

  private static String shortened(String hash) {
    return hash.substring(0, SHORT);
  }
}
