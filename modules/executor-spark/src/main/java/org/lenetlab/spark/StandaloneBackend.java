package org.lenetlab.spark;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.TaskSchedulerImpl;
import org.apache.spark.scheduler.cluster.StandaloneSchedulerBackend;
import scala.Option;

/**
 * Counts executors that end before they have reported for work. Spark itself starts others in their
 * place, for ever, and tells nobody.
 */
final class StandaloneBackend extends StandaloneSchedulerBackend {
  private static final int PATIENCE = 6;

  private final AtomicInteger stillborn = new AtomicInteger();

  StandaloneBackend(TaskSchedulerImpl scheduler, SparkContext context, String[] masters) {
    super(scheduler, context, masters);
  }

  @Override
  public void executorRemoved(
      String id, String message, Option<Object> status, Option<String> worker) {
    boolean worked = isExecutorActive(id.substring(id.indexOf('/') + 1));
    super.executorRemoved(id, message, status, worker);
    if (worked) {
      stillborn.set(0);
    } else if (status.isDefined()) {
      stillborn.incrementAndGet();
    }
  }

  /** Whether none works, and so many have ended that others would, too. */
  boolean isHopeless() {
    return stillborn.get() >= PATIENCE && getExecutorIds().isEmpty();
  }
}
