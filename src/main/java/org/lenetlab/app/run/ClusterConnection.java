package org.lenetlab.app.run;

import com.google.common.base.Splitter;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.data.DataAccess;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.machine.JvmOptions;
import org.lenetlab.plugin.Cluster;
import org.lenetlab.plugin.Extension;

/** The connection of a session to its cluster: made when there is something to train. */
final class ClusterConnection implements AutoCloseable {
  private static final String WORKER = "org.lenetlab.app.Worker";

  private final Extension extension;
  private final ExecutorOption.Spark choice;
  private final int threads;
  private final Supplier<String> commit;
  private final Logs logs;
  private final Console console;
  private List<Path> classPath = List.of();
  private @Nullable Cluster cluster;

  /**
   * Installs what is needed, before anything else is done.
   *
   * @param threads of each run
   * @param commit of this program's checkout
   */
  ClusterConnection(
      ExecutorOption.Spark choice,
      int threads,
      Supplier<String> commit,
      Logs logs,
      Console console) {
    this.extension = new Extension(ExecutorOption.SPARK);
    this.choice = choice;
    this.threads = threads;
    this.commit = commit;
    this.logs = logs;
    this.console = console;
    extension.install();
  }

  /**
   * What trains {@code runs} there.
   *
   * @param access to the data of this machine
   * @throws org.lenetlab.plugin.ClusterException if the cluster cannot be reached
   */
  Training training(List<Run> runs, DataAccess access) {
    List<Path> needed = classPath(runs);
    if (cluster == null || !classPath.equals(needed)) {
      close();
      classPath = needed;
      cluster = connect();
    }
    return new ClusterTraining(cluster, commit, Work.Data.of(access), logs);
  }

  private Cluster connect() {
    Cluster.Application application =
        new Cluster.Application(
            "LeNet Lab",
            choice.master(),
            choice.settings(),
            classPath,
            WORKER,
            JvmOptions.read(),
            threads);
    return extension.load(Cluster.Connector.class).connect(application, console::println);
  }

  /** This process's class path, and that of the extensions which the runs' backends need. */
  private static List<Path> classPath(List<Run> runs) {
    Set<Path> parts = new LinkedHashSet<>();
    Splitter.on(File.pathSeparator)
        .omitEmptyStrings()
        .splitToStream(System.getProperty("java.class.path"))
        .map(part -> Path.of(part).toAbsolutePath())
        .filter(Files::exists)
        .forEach(parts::add);
    runs.stream()
        .flatMap(run -> run.study().backend().extension().stream())
        .distinct()
        .forEach(backend -> parts.addAll(backend.classPath()));
    return new ArrayList<>(parts);
  }

  @Override
  public void close() {
    if (cluster != null) {
      cluster.close();
      cluster = null;
    }
  }
}
