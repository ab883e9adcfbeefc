package org.lenetlab.spark;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * The application in an executor's process. Its loader is no child of Spark's, so that it has the
 * same libraries as everywhere, whatever Spark brings along.
 */
record IsolatedWorker(ClassLoader loader, UnaryOperator<byte[]> worker) {
  /** One per process: the application is put together once, and its classes are compiled once. */
  private static final Map<List<String>, IsolatedWorker> WORKERS = new ConcurrentHashMap<>();

  /** The worker of that class out of {@code jars}. */
  static IsolatedWorker of(String worker, List<String> jars) {
    return WORKERS.computeIfAbsent(jars, _ -> create(worker, jars));
  }

  @SuppressWarnings("unchecked") // promised by Cluster.Application
  private static IsolatedWorker create(String worker, List<String> jars) {
    URL[] urls = jars.stream().map(Path::of).map(Jars::url).toArray(URL[]::new);
    ClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    try (ContextLoader _ = new ContextLoader(loader)) {
      Object made = loader.loadClass(worker).getConstructor().newInstance();
      return new IsolatedWorker(loader, (UnaryOperator<byte[]>) made);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no worker " + worker, e);
    }
  }
}
