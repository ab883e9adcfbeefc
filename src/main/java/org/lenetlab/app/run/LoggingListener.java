package org.lenetlab.app.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.lenetlab.api.experiment.EpochMetrics;
import org.lenetlab.api.experiment.RunEvent;
import org.lenetlab.api.experiment.RunEvent.EpochFinished;
import org.lenetlab.api.experiment.RunEvent.RunFailed;
import org.lenetlab.api.experiment.RunEvent.RunFinished;
import org.lenetlab.api.experiment.RunEvent.RunStarted;
import org.lenetlab.api.experiment.RunEvent.StepLogged;
import org.lenetlab.api.experiment.RunListener;
import org.lenetlab.plugin.RunLogs.RunLog;

/**
 * Sends the figures of one run to logs. A log that breaks off is told of once and left: training
 * goes on, its results are kept anyway.
 */
final class LoggingListener implements RunListener, AutoCloseable {
  private final List<RunLog> logs;
  private final Consumer<String> tell;
  private int logged;

  LoggingListener(List<RunLog> logs, Consumer<String> tell) {
    this.logs = new ArrayList<>(logs);
    this.tell = tell;
  }

  private interface Use {
    void of(RunLog log) throws IOException;
  }

  @Override
  public void on(RunEvent event) {
    switch (event) {
      case RunStarted _ -> {}
      case StepLogged _ -> {}
      case EpochFinished epoch -> add(epoch.checkpoint().epochs());
      case RunFinished _ -> end(false);
      case RunFailed failed -> {
        if (failed.isFinal()) {
          end(true);
        }
      }
    }
  }

  /**
   * Adds the epochs that are not there yet.
   *
   * @param epochs of the run so far: after an interruption more than one are new
   */
  void add(List<EpochMetrics> epochs) {
    for (EpochMetrics epoch : epochs.subList(logged, epochs.size())) {
      each(log -> log.add(epoch));
    }
    logged = epochs.size();
  }

  void end(boolean failed) {
    each(log -> log.end(failed));
  }

  private void each(Use use) {
    for (RunLog log : List.copyOf(logs)) {
      try {
        use.of(log);
      } catch (IOException e) {
        logs.remove(log);
        tell.accept("is no longer logged: " + e.getMessage());
      }
    }
  }

  @Override
  public void close() {
    each(RunLog::close);
  }
}
