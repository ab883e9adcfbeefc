package org.lenetlab.app.run;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lenetlab.api.experiment.EpochMetrics;
import org.lenetlab.api.experiment.Metric;
import org.lenetlab.api.experiment.RunResult;
import org.lenetlab.app.config.Trials;
import org.lenetlab.results.store.Hashes;
import org.lenetlab.results.store.RunRecord;
import org.lenetlab.results.store.RunRecord.Outcome;
import org.lenetlab.training.Trainer;

/** Trains a finished run again and compares the bits. The stored run is left as it is. */
final class AgainTask implements Callable<AgainTask.Comparison> {
  private static final int SHORT = 12;

  private final Run run;
  private final RunRecord record;
  private final LocalExecutor.Bench bench;
  private final Progress progress;

  /**
   * How the two trainings compare.
   *
   * @param same whether all bits are the same
   * @param words for the reader
   */
  record Comparison(boolean same, String words) {}

  AgainTask(Run run, RunRecord record, LocalExecutor.Bench bench, Progress progress) {
    this.run = run;
    this.record = record;
    this.bench = bench;
    this.progress = progress;
  }

  @Override
  public Comparison call() throws InterruptedException {
    RunResult again =
        new Trainer(bench.backend(), bench.threads(), progress.begin(run))
            .train(run.plan(), run.start());
    progress.end(run, record);
    return compare(Objects.requireNonNull(record.outcome()), again);
  }

  private Comparison compare(Outcome stored, RunResult again) {
    String hash = Hashes.of(again.parameters());
    boolean same = hash.equals(stored.parametersHash());
    String name = Trials.name(record.axes());
    String who = (name.isEmpty() ? "" : name + ", ") + "seed " + run.seed() + ": ";
    if (same) {
      return new Comparison(true, who + "the same bits again, parameters " + shortened(hash));
    }
    String where =
        firstDifference(stored.epochs(), again.epochs()).orElse("only the parameters differ");
    return new Comparison(
        false,
        who
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
