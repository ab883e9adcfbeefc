package org.lenetlab.plugin;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.lenetlab.api.experiment.EpochMetrics;

/** Sends figures of runs to other programs. Provided by the extension {@code logs}. */
public interface RunLogs {

  /**
   * What other programs show of a run beside its figures.
   *
   * @param name as in {@code quickstart/0123456789ab}
   * @param settings the keys of its experiment, such as {@code optimizer.learning-rate}
   */
  record LoggedRun(String experiment, String name, Map<String, String> settings) {
    public LoggedRun {
      settings = Map.copyOf(settings);
    }
  }

  /** Where the figures of one run go. */
  interface RunLog extends AutoCloseable {

    /**
     * Adds the figures of an epoch.
     *
     * @throws IOException if they cannot be written or sent
     */
    void add(EpochMetrics epoch) throws IOException;

    /**
     * Tells how the run ended.
     *
     * @throws IOException if that cannot be written or sent
     */
    void end(boolean failed) throws IOException;

    /** Leaves the log as it is: of a run that may go on. */
    @Override
    void close() throws IOException;
  }

  /**
   * An event file of TensorBoard in {@code folder}, which replaces the one of an earlier try.
   *
   * @throws IOException if it cannot be written
   */
  RunLog tensorBoard(Path folder, LoggedRun run) throws IOException;

  /**
   * A new run on an MLflow server, in the experiment of the same name.
   *
   * @throws IOException if the server cannot be reached or refuses
   */
  RunLog mlflow(URI server, LoggedRun run) throws IOException;
}
