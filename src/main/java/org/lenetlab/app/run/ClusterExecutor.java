package org.lenetlab.app.run;

import java.util.List;
import org.lenetlab.api.data.DataAccess;
import org.lenetlab.results.store.ResultsStore;
import org.lenetlab.results.store.RunRecord;

/**
 * Trains runs on a cluster, which decides how many at once. Each has a thread here that waits for
 * it and holds its lock meanwhile.
 */
final class ClusterExecutor implements Executor {
  private static final int MOST_AT_ONCE = 256;

  private final ClusterConnection connection;
  private final DataAccess data;
  private final ResultsStore store;
  private final boolean retryFailed;

  /**
   * @param data where it is looked for
   * @param retryFailed whether to train runs again that have failed
   */
  ClusterExecutor(
      ClusterConnection connection, DataAccess data, ResultsStore store, boolean retryFailed) {
    this.connection = connection;
    this.data = data;
    this.store = store;
    this.retryFailed = retryFailed;
  }

  @Override
  public List<RunRecord> execute(List<Run> runs, Progress progress) throws InterruptedException {
    Training training = connection.training(runs, data);
    return SideBySide.run(
        runs.stream().map(run -> new RunTask(run, training, store, progress, retryFailed)).toList(),
        Math.clamp(runs.size(), 1, MOST_AT_ONCE));
  }

  @Override
  public boolean tellsOfEpochs() {
    return false;
  }
}
