package org.lenetlab.spark;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lenetlab.plugin.ClusterException;

/**
 * The installation of Spark that some masters need: what talks to YARN and Kubernetes is not
 * published as a library of its own, and a local cluster starts its workers from there.
 */
final class SparkHome {
  private static final Pattern INSTALLED = Pattern.compile("yarn|k8s://|local-cluster");
  private static final List<String> CONFIGURATIONS = List.of("HADOOP_CONF_DIR", "YARN_CONF_DIR");

  private SparkHome() {}

  /**
   * This extension's classes, and for such a master those of {@code $SPARK_HOME/jars} behind them.
   *
   * @throws ClusterException if they are needed and not there
   */
  static ClassLoader loader(String master) {
    ClassLoader ours = SparkHome.class.getClassLoader();
    if (!INSTALLED.matcher(master).lookingAt()) {
      return ours;
    }
    Map<String, String> environment = System.getenv();
    Path jars = Path.of(environment.getOrDefault("SPARK_HOME", ""), "jars");
    if (!environment.containsKey("SPARK_HOME") || !Files.isDirectory(jars)) {
      throw new ClusterException(
          master
              + " needs an installation of Spark "
              + org.apache.spark.package$.MODULE$.SPARK_VERSION()
              + ": point SPARK_HOME at it");
    }
    List<URL> places = new ArrayList<>();
    try (Stream<Path> files = Files.list(jars)) {
      CONFIGURATIONS.stream()
          .filter(environment::containsKey)
          .forEach(name -> places.add(Jars.url(Path.of(environment.getOrDefault(name, "")))));
      files
          .filter(file -> file.toString().endsWith(".jar"))
          .forEach(jar -> places.add(Jars.url(jar)));
    } catch (IOException e) {
      throw new ClusterException(jars + " cannot be read: " + e.getMessage(), e);
    }
    return new URLClassLoader("spark-home", places.toArray(URL[]::new), ours);
  }
}
