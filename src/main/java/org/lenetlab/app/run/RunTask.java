package org.lenetlab.app.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lenetlab.api.experiment.Checkpoint;
import org.lenetlab.api.experiment.RunEvent;
import org.lenetlab.api.experiment.RunListener;
import org.lenetlab.results.store.Environment;
import org.lenetlab.results.store.Identity;
import org.lenetlab.results.store.ResultsException;
import org.lenetlab.results.store.ResultsStore;
import org.lenetlab.results.store.RunFolder;
import org.lenetlab.results.store.RunLock;
import org.lenetlab.results.store.RunRecord;
import org.lenetlab.results.store.RunRecorder;
import org.lenetlab.training.DivergedException;
import org.lenetlab.training.Trainer;

/** Trains one run, from its start or from where it was interrupted, and keeps it. */
final class RunTask implements Callable<RunRecord> {
  private final Workbench bench;
  private final Environment environment;
  private final Identity identity;
  private final RunFolder folder;

  RunTask(Workbench bench, ResultsStore store, Environment environment, long seed) {
    this.bench = bench;
    this.environment = environment;
    identity = bench.study().identity(seed);
    folder = store.folder(bench.study().experiment().name(), identity);
  }

  /** The run's record, finished or failed: another process may have been faster. */
  @Override
  public RunRecord call() throws InterruptedException {
    try (RunLock _ = folder.lock(() -> tell("is being trained by another process; waiting"))) {
      Optional<RunRecord> known = known();
      if (known.isPresent() && known.get().isFinished()) {
        return known.get();
      }
      train(known.map(RunRecord::started).orElseGet(RunTask::now));
      return folder.record().orElseThrow();
    }
  }

  private Optional<RunRecord> known() {
    try {
      return folder.record();
    } catch (ResultsException e) {
      tell("begins anew: " + e.getMessage());
      return Optional.empty();
    }
  }

  private Checkpoint start() {
    try {
      return folder.checkpoint(identity).orElseGet(this::first);
    } catch (ResultsException e) {
      tell("begins anew: " + e.getMessage());
      return first();
    }
  }

  private Checkpoint first() {
    return bench.study().start(identity.seed());
  }

  private void train(String started) throws InterruptedException {
    Study study = bench.study();
    RunRecord record =
        RunRecord.begun(
            study.experiment().name(), identity, Map.of(), study.subject(), environment, started);
    RunRecorder recorder =
        new RunRecorder(
            folder,
            record,
            study.file().resolved(),
            study.network(),
            study.data().test(),
            study.experiment().training().logSteps());
    RunLines lines = new RunLines(bench.screen(), bench.lines(), identity.seed());
    Trainer trainer = new Trainer(bench.backend(), bench.threads(), new Both(recorder, lines));
    try {
      trainer.train(study.plan(identity.seed()), start());
    } catch (DivergedException e) {
      tell("failed: " + e.getMessage());
    }
  }

  private void tell(String words) {
    bench.screen().println("seed " + identity.seed() + " " + words);
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Keeps an epoch before telling of it. */
  private record Both(RunListener first, RunListener second) implements RunListener {
    @Override
    public void on(RunEvent event) {
      first.on(event);
      second.on(event);
    }

    @Override
    public void onStep(int epoch, int step, double loss, int correct, int count) {
      first.onStep(epoch, step, loss, correct, count);
      second.onStep(epoch, step, loss, correct, count);
    }
  }
}
