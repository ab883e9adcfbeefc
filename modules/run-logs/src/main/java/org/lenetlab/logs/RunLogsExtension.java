package org.lenetlab.logs;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.lenetlab.plugin.RunLogs;

/** What the core finds of this extension. */
public final class RunLogsExtension implements RunLogs {
  @Override
  public RunLog tensorBoard(Path folder, LoggedRun run) throws IOException {
    return new TensorBoardLog(folder, run);
  }

  @Override
  public RunLog mlflow(URI server, LoggedRun run) throws IOException {
    return new MlflowLog(server, run);
  }
}
