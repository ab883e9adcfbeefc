package org.lenetlab.spark;

import com.google.common.base.Splitter;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.ExternalClusterManager;
import org.apache.spark.scheduler.SchedulerBackend;
import org.apache.spark.scheduler.TaskScheduler;
import org.apache.spark.scheduler.TaskSchedulerImpl;

/**
 * Spark's own connection to standalone masters, but with {@link StandaloneBackend}. Spark finds
 * this class as a service.
 */
public final class StandaloneManager implements ExternalClusterManager {
  private static final String PREFIX = "lenet-";
  private static final String SCHEME = "spark://";

  /** The address under which Spark asks this class. */
  static String address(String master) {
    return master.startsWith(SCHEME) ? PREFIX + master : master;
  }

  @Override
  public boolean canCreate(String master) {
    return master.startsWith(PREFIX + SCHEME);
  }

  @Override
  public TaskScheduler createTaskScheduler(SparkContext context, String master) {
    return new TaskSchedulerImpl(context);
  }

  @Override
  public SchedulerBackend createSchedulerBackend(
      SparkContext context, String master, TaskScheduler scheduler) {
    String[] masters =
        Splitter.on(',')
            .splitToStream(master.substring(PREFIX.length() + SCHEME.length()))
            .map(address -> SCHEME + address)
            .toArray(String[]::new);
    return new StandaloneBackend((TaskSchedulerImpl) scheduler, context, masters);
  }

  @Override
  public void initialize(TaskScheduler scheduler, SchedulerBackend backend) {
    ((TaskSchedulerImpl) scheduler).initialize(backend);
  }
}
