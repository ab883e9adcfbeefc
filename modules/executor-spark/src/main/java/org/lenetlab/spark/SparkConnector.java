package org.lenetlab.spark;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.lenetlab.plugin.Cluster;
import org.lenetlab.plugin.ClusterException;

/** Connects to Spark masters. The service of this extension. */
public final class SparkConnector implements Cluster.Connector {
  private static final String EXECUTOR_OPTIONS = "spark.executor.extraJavaOptions";

  /** What Spark's own start scripts open in the JDK's modules. */
  private static final List<String> OPENED =
      List.of(
          "java.base/java.lang",
          "java.base/java.lang.invoke",
          "java.base/java.lang.reflect",
          "java.base/java.io",
          "java.base/java.net",
          "java.base/java.nio",
          "java.base/java.util",
          "java.base/java.util.concurrent",
          "java.base/java.util.concurrent.atomic",
          "java.base/jdk.internal.ref",
          "java.base/sun.nio.ch",
          "java.base/sun.nio.cs",
          "java.base/sun.security.action",
          "java.base/sun.util.calendar");

  @Override
  public Cluster connect(Cluster.Application application, Consumer<String> tell) {
    MasterAddress.requireReachable(application.master());
    try (ContextLoader _ = new ContextLoader(SparkHome.loader(application.master()))) {
      JavaSparkContext context = new JavaSparkContext(settings(application));
      try {
        return new SparkCluster(context, application, tell);
      } catch (RuntimeException e) {
        context.close();
        throw e;
      }
    } catch (RuntimeException e) { // Scala throws checked ones without saying so
      throw refused(application.master(), e);
    }
  }

  private static ClusterException refused(String master, RuntimeException e) {
    return e instanceof ClusterException known
        ? known
        : new ClusterException("cannot use " + master + ": " + Faults.describe(e), e);
  }

  private static SparkConf settings(Cluster.Application application) {
    SparkConf settings =
        new SparkConf(false)
            .setAppName(application.name())
            .setMaster(StandaloneManager.address(application.master()))
            .set("spark.ui.enabled", "false")
            .set("spark.ui.showConsoleProgress", "false")
            .set("spark.locality.wait", "0")
            .set("spark.task.cpus", Integer.toString(application.coresPerCall()));
    application.settings().forEach(settings::set);
    String options = String.join(" ", application.jvmOptions());
    for (String opened : OPENED) {
      options += " --add-opens=" + opened + "=ALL-UNNAMED";
    }
    settings.set(EXECUTOR_OPTIONS, (options + " " + settings.get(EXECUTOR_OPTIONS, "")).strip());
    Path ours = Jars.of(SparkConnector.class);
    return settings.set("spark.jars", ours.toUri().toString());
  }
}
