package org.lenetlab.app.run;

import com.google.common.base.Throwables;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lenetlab.api.experiment.Checkpoint;
import org.lenetlab.api.experiment.RunEvent;
import org.lenetlab.api.experiment.RunListener;
import org.lenetlab.results.store.Environment;
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
  private final Run run;
  private final LocalExecutor.Bench bench;
  private final Environment environment;
  private final Progress progress;
  private final Logs logs;
  private final ResultsStore store;
  private final RunFolder folder;
  private final boolean retryFailed;

  /**
   * @param retryFailed whether to train it if it has failed before
   */
  RunTask(
      Run run,
      LocalExecutor.Bench bench,
      ResultsStore store,
      Environment environment,
      Progress progress,
      Logs logs,
      boolean retryFailed) {
    this.run = run;
    this.bench = bench;
    this.environment = environment;
    this.progress = progress;
    this.logs = logs;
    this.store = store;
    this.folder = run.folder(store);
    this.retryFailed = retryFailed;
  }

  /** The run's record, finished, paused or failed: another process may have been faster. */
  @Override
  public RunRecord call() throws InterruptedException {
    try (RunLock _ = folder.lock(() -> tell("is being trained by another process; waiting"))) {
      Optional<RunRecord> known = known();
      RunRecord record = known.filter(this::isSettled).orElse(null);
      if (record == null) {
        train(known.map(RunRecord::started).orElseGet(RunTask::now));
        record = folder.record().orElseThrow();
      }
      progress.end(run, record);
      return record;
    }
  }

  private boolean isSettled(RunRecord known) {
    return run.isSettled(known, store, retryFailed);
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
      return folder.checkpoint(run.identity()).orElseGet(run::start);
    } catch (ResultsException e) {
      tell("begins anew: " + e.getMessage());
      return run.start();
    }
  }

  private void train(String started) throws InterruptedException {
    Study study = run.study();
    RunRecord record =
        RunRecord.begun(
            study.experiment().name(),
            run.identity(),
            study.file().axes(),
            study.subject(),
            environment,
            started);
    RunRecorder recorder =
        new RunRecorder(
            folder,
            record,
            study.file().resolved(),
            study.network(),
            study.data().test(),
            study.experiment().training().logSteps());
    LoggingListener logging = logs.open(record, folder.path(), this::tell);
    try (logging) {
      RunListener told = new Both(progress.begin(run), logging);
      Trainer trainer = new Trainer(bench.backend(), bench.threads(), new Both(recorder, told));
      trainer.train(run.plan(), start(), run.pause());
    } catch (DivergedException e) {
      tell("failed: " + e.getMessage());
    } catch (ResultsException e) {
      throw e;
    } catch (RuntimeException e) { // a bug, which must not cost the other trials
      if (study.file().axes().isEmpty()) {
        throw e;
      }
      tell("failed by a bug, please report it: " + Throwables.getStackTraceAsString(e));
    }
  }

  private void tell(String words) {
    progress.tell(run, words);
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
