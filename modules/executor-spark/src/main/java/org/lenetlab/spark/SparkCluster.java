package org.lenetlab.spark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.lenetlab.plugin.Cluster;
import org.lenetlab.plugin.ClusterException;

/** An application on a Spark cluster. Every call is a Spark job of one task. */
final class SparkCluster implements Cluster {
  private static final int PATIENCE_SECONDS = 30;

  private final JavaSparkContext context;
  private final WorkFunction function;
  private final Consumer<String> tell;
  private final Watch watch = new Watch();
  private final AtomicLong calls = new AtomicLong();
  private volatile boolean closed;

  SparkCluster(JavaSparkContext context, Application application, Consumer<String> tell) {
    this.context = context;
    this.tell = tell;
    context.sc().addSparkListener(watch); // before the first executor is there
    List<String> names = new ArrayList<>();
    for (Path part : application.classPath()) {
      Path jar = Jars.of(part);
      context.addFile(jar.toUri().toString());
      names.add(jar.getFileName().toString());
    }
    this.function = new WorkFunction(application.worker(), names);
  }

  @Override
  public byte[] call(byte[] work, Watcher watcher) throws InterruptedException {
    String group = "call " + calls.incrementAndGet();
    watch.add(group, watcher);
    try (ContextLoader _ = new ContextLoader(SparkCluster.class.getClassLoader())) {
      context.setJobGroup(group, group, true);
      JavaFutureAction<List<byte[]>> job =
          context.parallelize(List.of(work), 1).map(function).collectAsync();
      return await(job).getFirst();
    } catch (ExecutionException e) {
      throw failure(Objects.requireNonNullElse(e.getCause(), e));
    } catch (IllegalStateException e) { // the context has been stopped before this call
      throw failure(e);
    } finally {
      watch.remove(group);
    }
  }

  private List<byte[]> await(JavaFutureAction<List<byte[]>> job)
      throws InterruptedException, ExecutionException {
    try {
      for (int seconds = 1; ; seconds++) {
        try {
          return job.get(1, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
          requireHope();
          if (seconds % PATIENCE_SECONDS == 0 && watch.nobodyWorks()) {
            tell.accept(
                "no executor is there: Spark waits for a worker with enough free cores and memory");
          }
        }
      }
    } catch (InterruptedException | ClusterException e) {
      job.cancel(true);
      throw e;
    }
  }

  private void requireHope() {
    if (context.sc().schedulerBackend() instanceof StandaloneBackend backend
        && backend.isHopeless()) {
      throw new ClusterException(Faults.NONE_STARTS);
    }
  }

  /** Ctrl-C ends Spark as well as this program, whose threads then wait to be interrupted. */
  private ClusterException failure(Throwable cause) throws InterruptedException {
    if (!closed && watch.isOver()) {
      TimeUnit.SECONDS.sleep(PATIENCE_SECONDS);
    }
    return new ClusterException(Faults.describe(cause), cause);
  }

  @Override
  public void close() {
    closed = true;
    try (ContextLoader _ = new ContextLoader(SparkCluster.class.getClassLoader())) {
      context.close();
    }
  }
}
