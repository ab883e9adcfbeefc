package org.lenetlab.app.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.data.DataAccess;
import org.lenetlab.api.experiment.Strategy;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.app.cli.Interruption;
import org.lenetlab.app.config.ExperimentFile;
import org.lenetlab.app.config.Trials;
import org.lenetlab.app.machine.BackendResolver;
import org.lenetlab.app.machine.Commit;
import org.lenetlab.app.machine.DataOptions;
import org.lenetlab.app.machine.DownloadProgress;
import org.lenetlab.app.machine.Home;
import org.lenetlab.app.machine.ThreadsOption;
import org.lenetlab.app.trained.ResultsOption;
import org.lenetlab.results.store.ResultsStore;

/**
 * What the studies of one command share: its options, the store of results, this machine. While it
 * is open, Ctrl-C interrupts the thread that opened it.
 */
public final class Session implements AutoCloseable {
  private final CommandLine line;
  private final Console console;
  private final BackendResolver backends;
  private final int threads;
  private final ResultsStore store;
  private final Logs logs;
  private final CompletableFuture<String> commit;
  private final @Nullable ClusterConnection cluster;
  private final Interruption interruption;

  /**
   * Opens a session.
   *
   * @param console told how training goes
   * @throws org.lenetlab.app.cli.UserException if an option is wrong
   * @throws org.lenetlab.results.store.ResultsException if results cannot be written
   */
  public Session(CommandLine line, Console console, BackendResolver backends) {
    this.line = line;
    this.console = console;
    this.backends = backends;
    ExecutorOption executor = ExecutorOption.of(line);
    threads = executor instanceof ExecutorOption.Local ? ThreadsOption.of(line) : threadsEach(line);
    logs = new Logs(LogTarget.of(line));
    store = new ResultsStore(ResultsOption.folder(line));
    store.requireWritable();
    commit = CompletableFuture.supplyAsync(() -> Commit.of(Home.folder()));
    cluster =
        executor instanceof ExecutorOption.Spark spark
            ? new ClusterConnection(spark, threads, commit::join, logs, console)
            : null;
    interruption = new Interruption();
  }

  /** On a cluster, where other runs use the other cores. */
  private static int threadsEach(CommandLine line) {
    return ThreadsOption.isGiven(line) ? ThreadsOption.of(line) : 1;
  }

  /** Adds the options that a session reads. */
  public static Options addTo(Options options) {
    ThreadsOption.addTo(DataOptions.addTo(options));
    LogTarget.addTo(options);
    ExecutorOption.addTo(options);
    return ResultsOption.addTo(options);
  }

  /** Where results are kept. */
  public ResultsStore store() {
    return store;
  }

  /**
   * Loads what the runs of an experiment share.
   *
   * @throws org.lenetlab.app.config.ExperimentFileException if the experiment does not fit its data
   * @throws org.lenetlab.app.cli.MachineException if no backend can run it here
   * @throws org.lenetlab.plugin.ExtensionException if the backend's extension cannot be installed
   * @throws org.lenetlab.api.data.DataException if the data is missing or broken
   */
  public Study load(ExperimentFile file) {
    return load(List.of(file)).getFirst();
  }

  /**
   * Loads the trials of a file; what they share is loaded once. Of trials that come to the same
   * here, such as {@code device: cpu} and {@code device: auto}, only the first stays.
   *
   * @throws org.lenetlab.app.config.ExperimentFileException if one does not fit its data
   * @throws org.lenetlab.app.cli.MachineException if no backend can run it here
   * @throws org.lenetlab.api.data.DataException if data is missing or broken
   */
  public List<Study> load(List<ExperimentFile> trials) {
    try (DownloadProgress progress = new DownloadProgress(console)) {
      DataAccess access = DataOptions.access(line, trials.getFirst().path(), progress);
      StudyLoader loader = new StudyLoader(backends, access, threads);
      return distinct(trials.stream().map(loader::load).toList());
    }
  }

  private List<Study> distinct(List<Study> trials) {
    Map<String, Study> first = new LinkedHashMap<>();
    for (Study trial : trials) {
      Study same = first.putIfAbsent(trial.identity(0).hash(), trial); // whatever their seeds are
      if (same != null) {
        console.println(
            "%s is %s on this machine: it runs once"
                .formatted(Trials.name(trial.file().axes()), Trials.name(same.file().axes())));
      }
    }
    return List.copyOf(first.values());
  }

  /** What trains the runs of a study. */
  public StudyRunner runner(Study study) {
    return runner(List.of(study), null, StudyRunner.Options.NONE);
  }

  /**
   * What trains the runs of several trials.
   *
   * @param strategy that has chosen them; null without a sweep
   */
  StudyRunner runner(List<Study> trials, @Nullable Strategy strategy, StudyRunner.Options options) {
    boolean retryFailed = options.retryFailed();
    LocalExecutor here = new LocalExecutor(store, commit::join, logs, threads, retryFailed);
    Executor executor = here;
    if (cluster != null) {
      DataAccess data = DataOptions.access(line, trials.getFirst().file().path(), progress -> {});
      executor = new ClusterExecutor(cluster, data, store, retryFailed);
    }
    return new StudyRunner(trials, strategy, store, executor, here, logs, options, console);
  }

  /** Says what becomes of interrupted runs. The process may be gone once this is closed. */
  public ExitCode interrupted() {
    console
        .err()
        .println("interrupted: all finished epochs are kept; the same command goes on from there");
    return ExitCode.INTERRUPTED;
  }

  @Override
  public void close() {
    if (cluster != null) {
      cluster.close();
    }
    interruption.close();
  }
}
