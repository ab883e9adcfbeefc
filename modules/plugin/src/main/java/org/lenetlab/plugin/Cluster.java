package org.lenetlab.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Other machines that work for this process. Safe to use from several threads. */
public interface Cluster extends AutoCloseable {

  /** The service of an {@link Extension} that knows how to reach such machines. */
  interface Connector {
    /**
     * Reaches a cluster.
     *
     * @param tell what the user should know meanwhile, such as that nobody works yet
     * @throws ClusterException if it cannot be reached or refuses
     */
    Cluster connect(Application application, Consumer<String> tell);
  }

  /**
   * What is to run on the machines.
   *
   * @param name shown by the cluster
   * @param master the cluster's address
   * @param settings of the cluster's own kind
   * @param classPath jars and folders of classes, which travel to the machines
   * @param worker a class of it with a public constructor without parameters, a {@code
   *     UnaryOperator<byte[]>}; each of the cluster's processes makes one
   * @param jvmOptions of these processes
   * @param coresPerCall that a call keeps busy
   */
  record Application(
      String name,
      String master,
      Map<String, String> settings,
      List<Path> classPath,
      String worker,
      List<String> jvmOptions,
      int coresPerCall) {
    public Application {
      settings = Map.copyOf(settings);
      classPath = List.copyOf(classPath);
      jvmOptions = List.copyOf(jvmOptions);
    }
  }

  /** Follows a call. */
  interface Watcher {
    /** Somebody works on it: again, after a loss. */
    void begun();

    /** Whoever worked on it is lost; somebody else will begin anew. */
    void lost(String why);
  }

  /**
   * Has a worker answer {@code work}, as soon as one is free. A worker that is lost is replaced.
   *
   * @throws ClusterException if the cluster has given up
   * @throws InterruptedException if the thread was interrupted; the work is stopped
   */
  byte[] call(byte[] work, Watcher watcher) throws InterruptedException;

  /** Leaves the cluster; what is still worked on is stopped. */
  @Override
  void close();
}
