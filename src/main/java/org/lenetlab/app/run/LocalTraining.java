package org.lenetlab.app.run;

import com.google.common.base.Throwables;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.experiment.Checkpoint;
import org.lenetlab.api.experiment.DivergedException;
import org.lenetlab.api.experiment.RunEvent;
import org.lenetlab.api.experiment.RunListener;
import org.lenetlab.api.fault.MachineFault;
import org.lenetlab.results.store.Environment;
import org.lenetlab.results.store.ResultsException;
import org.lenetlab.results.store.RunFolder;
import org.lenetlab.results.store.RunRecord;
import org.lenetlab.results.store.RunRecorder;
import org.lenetlab.training.Trainer;

/**
 * Trains in this process.
 *
 * @param bench what with
 * @param environment where
 */
record LocalTraining(LocalExecutor.Bench bench, Environment environment, Logs logs)
    implements Training {

  @Override
  public void train(Run run, RunFolder folder, @Nullable RunRecord before, Progress progress)
      throws InterruptedException {
    Consumer<String> tell = words -> progress.tell(run, words);
    Study study = run.study();
    RunRecord record =
        RunRecord.begun(
            study.experiment().name(),
            run.identity(),
            run.axes(before),
            study.subject(),
            environment,
            before == null ? now() : before.started());
    RunRecorder recorder =
        new RunRecorder(
            folder,
            record,
            study.file().resolved(),
            study.network(),
            study.data().test(),
            study.experiment().training().logSteps());
    LoggingListener logging = logs.open(record, folder.path(), tell);
    try (logging) {
      RunListener told = new Both(progress.begin(run), logging);
      Trainer trainer = new Trainer(bench.backend(), bench.threads(), new Both(recorder, told));
      trainer.train(run.plan(), start(run, folder, tell), run.pause());
    } catch (DivergedException e) {
      tell.accept("failed: " + e.getMessage());
    } catch (MachineFault e) {
      throw e;
    } catch (RuntimeException e) { // a bug, which must not cost the other trials
      if (study.file().axes().isEmpty()) {
        throw e;
      }
      tell.accept("failed by a bug, please report it: " + Throwables.getStackTraceAsString(e));
    }
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static Checkpoint start(Run run, RunFolder folder, Consumer<String> tell) {
    try {
      return folder.checkpoint(run.identity()).orElseGet(run::start);
    } catch (ResultsException e) {
      tell.accept("begins anew: " + e.getMessage());
      return run.start();
    }
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
