package org.lenetlab.app.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.lenetlab.app.cli.MachineException;
import org.lenetlab.plugin.Extension;
import org.lenetlab.plugin.RunLogs;
import org.lenetlab.plugin.RunLogs.LoggedRun;
import org.lenetlab.plugin.RunLogs.RunLog;
import org.lenetlab.results.store.RunFolder;
import org.lenetlab.results.store.RunRecord;

/** Opens the logs that the user asks for. */
final class Logs {
  private static final Extension EXTENSION = new Extension("logs");

  private final List<LogTarget> targets;

  /** Installs what is needed, before anything else is done. */
  Logs(List<LogTarget> targets) {
    this.targets = List.copyOf(targets);
    if (!targets.isEmpty()) {
      EXTENSION.install();
    }
  }

  /**
   * The logs of a run.
   *
   * @param tell of one that breaks off
   * @throws MachineException if one cannot be opened
   */
  LoggingListener open(RunRecord run, Path folder, Consumer<String> tell) {
    LoggedRun logged =
        new LoggedRun(run.experiment(), run.experiment() + "/" + run.id(), settings(run));
    List<RunLog> logs = new ArrayList<>();
    for (LogTarget target : targets) {
      try {
        logs.add(open(target, folder, logged));
      } catch (IOException e) {
        new LoggingListener(logs, tell).close();
        throw new MachineException("--log: " + e.getMessage(), e);
      }
    }
    return new LoggingListener(logs, tell);
  }

  private static RunLog open(LogTarget target, Path folder, LoggedRun run) throws IOException {
    RunLogs service = EXTENSION.load(RunLogs.class);
    return switch (target) {
      case LogTarget.TensorBoard _ -> service.tensorBoard(folder.resolve("tensorboard"), run);
      case LogTarget.Mlflow mlflow -> service.mlflow(mlflow.server(), run);
    };
  }

  /** Logs a run that was trained before or elsewhere. A paused one is logged when it goes on. */
  void replay(RunRecord run, RunFolder folder, Consumer<String> tell) {
    boolean failed = run.failure() != null;
    if (targets.isEmpty() || !(run.isFinished() || failed)) {
      return;
    }
    try (LoggingListener listener = open(run, folder.path(), tell)) {
      listener.add(folder.epochs(run.identity()));
      listener.end(failed);
    }
  }

  private static Map<String, String> settings(RunRecord run) {
    Map<String, String> settings = run.identity().values();
    settings.put("run", run.hash());
    return settings;
  }
}
