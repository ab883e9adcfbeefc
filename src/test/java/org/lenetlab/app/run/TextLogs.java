package org.lenetlab.app.run;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.lenetlab.api.experiment.EpochMetrics;
import org.lenetlab.plugin.RunLogs;

/** Stands for the extension {@code logs}: writes what a run log is told, and has no server. */
public final class TextLogs implements RunLogs {
  static final String FILE = "tensorboard/log.txt";

  @Override
  public RunLog tensorBoard(Path folder, LoggedRun run) throws IOException {
    Files.createDirectories(folder);
    return new TextLog(Files.writeString(folder.resolveSibling(FILE), "opened\n"));
  }

  @Override
  public RunLog mlflow(URI server, LoggedRun run) throws IOException {
    throw new IOException("there is no server " + server);
  }

  private record TextLog(Path file) implements RunLog {
    private void add(String line) throws IOException {
      Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
    }

    @Override
    public void add(EpochMetrics epoch) throws IOException {
      add("epoch " + epoch.epoch());
    }

    @Override
    public void end(boolean failed) throws IOException {
      add(failed ? "failed" : "finished");
    }

    @Override
    public void close() throws IOException {
      add("closed");
    }
  }
}
