package org.lenetlab.app.run;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lenetlab.results.store.ResultsException;
import org.lenetlab.results.store.ResultsStore;
import org.lenetlab.results.store.RunFolder;
import org.lenetlab.results.store.RunLock;
import org.lenetlab.results.store.RunRecord;

/** Has one run trained, unless another process is faster. */
final class RunTask implements Callable<RunRecord> {
  private final Run run;
  private final Training training;
  private final ResultsStore store;
  private final RunFolder folder;
  private final Progress progress;
  private final boolean retryFailed;

  /**
   * @param retryFailed whether to train it if it has failed before
   */
  RunTask(Run run, Training training, ResultsStore store, Progress progress, boolean retryFailed) {
    this.run = run;
    this.training = training;
    this.store = store;
    this.folder = run.folder(store);
    this.progress = progress;
    this.retryFailed = retryFailed;
  }

  /** The run's record, finished, paused or failed. */
  @Override
  public RunRecord call() throws InterruptedException {
    try (RunLock _ = folder.lock(() -> tell("is being trained by another process; waiting"))) {
      RunRecord record = known();
      if (record == null || !run.isSettled(record, store, retryFailed)) {
        training.train(run, folder, record, progress);
        record = folder.record().orElseThrow();
      }
      progress.end(run, record);
      return record;
    }
  }

  private @Nullable RunRecord known() {
    try {
      return folder.record().orElse(null);
    } catch (ResultsException e) {
      tell("begins anew: " + e.getMessage());
      return null;
    }
  }

  private void tell(String words) {
    progress.tell(run, words);
  }
}
