package org.lenetlab.spark;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.ExecutorLostFailure;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerApplicationEnd;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.lenetlab.plugin.Cluster.Watcher;

/** What Spark tells of executors and tasks, passed on to those who wait for them. */
final class Watch extends SparkListener {
  private static final String GROUP = "spark.jobGroup.id";

  private final Map<String, Watcher> watchers = new ConcurrentHashMap<>();
  private final Map<Integer, Watcher> stages = new ConcurrentHashMap<>();
  private final Set<String> executors = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean toldOfNobody = new AtomicBoolean();
  private volatile boolean over;

  void add(String group, Watcher watcher) {
    watchers.put(group, watcher);
  }

  void remove(String group) {
    Watcher watcher = watchers.remove(group);
    stages.values().remove(watcher);
  }

  /** Whether there is no executor; says so once until there is one. */
  boolean nobodyWorks() {
    return executors.isEmpty() && toldOfNobody.compareAndSet(false, true);
  }

  /** Whether Spark has ended the application. */
  boolean isOver() {
    return over;
  }

  @Override
  public void onJobStart(SparkListenerJobStart job) {
    Watcher watcher = watchers.get(String.valueOf(job.properties().getProperty(GROUP)));
    if (watcher != null) {
      job.stageIds().foreach(stage -> stages.put((Integer) stage, watcher));
    }
  }

  @Override
  public void onTaskStart(SparkListenerTaskStart task) {
    Watcher watcher = stages.get(task.stageId());
    if (watcher != null) {
      watcher.begun();
    }
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd task) {
    Watcher watcher = stages.get(task.stageId());
    if (watcher != null && task.reason() instanceof ExecutorLostFailure lost) {
      watcher.lost("executor " + lost.execId() + " on " + task.taskInfo().host() + " was lost");
    }
  }

  @Override
  public void onExecutorAdded(SparkListenerExecutorAdded executor) {
    executors.add(executor.executorId());
    toldOfNobody.set(false);
  }

  @Override
  public void onExecutorRemoved(SparkListenerExecutorRemoved executor) {
    executors.remove(executor.executorId());
  }

  @Override
  public void onApplicationEnd(SparkListenerApplicationEnd end) {
    over = true;
  }
}
