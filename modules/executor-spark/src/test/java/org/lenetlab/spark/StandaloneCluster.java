package org.lenetlab.spark;

import static java.util.stream.Collectors.joining;

import com.google.common.base.Splitter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Spark master and workers of one core each, in processes of their own on loopback. They know
 * nothing of this project: their class path is Spark's libraries.
 */
final class StandaloneCluster {
  private static final Pattern ADDRESS =
      Pattern.compile("Starting Spark master at (spark://127.0.0.1:\\d+)");
  private static final String REGISTERED = "Successfully registered with master";

  private final Path folder;
  private final Process master;
  private final String address;
  private final Deque<Process> workers = new ArrayDeque<>();

  /** Starts a master without workers. */
  StandaloneCluster(Path folder) throws Exception {
    this.folder = folder;
    Path jars = Files.createDirectories(folder.resolve("home").resolve("jars"));
    writeClassPath(jars.resolve("spark.jar"));
    Path log = folder.resolve("master.log");
    master = start(log, "master.Master", "--port", "0");
    address = awaitLine(master, log, ADDRESS).group(1);
  }

  /** A jar of nothing but references to the others: as good as an installation of Spark. */
  private static void writeClassPath(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(
            Attributes.Name.CLASS_PATH,
            libraries().stream().map(path -> path.toUri().toString()).collect(joining(" ")));
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
  }

  /** The test's class path without this project and without the logger that keeps silent. */
  static List<Path> libraries() {
    List<Path> jars = new ArrayList<>();
    for (String part :
        Splitter.on(File.pathSeparator).split(System.getProperty("java.class.path"))) {
      Path path = Path.of(part).toAbsolutePath();
      String name = path.getFileName().toString();
      if (Files.isRegularFile(path) && !name.startsWith("lenet") && !name.contains("slf4j-nop")) {
        jars.add(path);
      }
    }
    return jars;
  }

  private Process start(Path log, String what, String... arguments) throws IOException {
    Path java = Path.of(System.getProperty("java.home"));
    List<String> command = new ArrayList<>();
    command.add(java.resolve("bin").resolve("java").toString());
    command.addAll(List.of("-Xmx256m", "-cp", folder.resolve("home/jars") + "/*"));
    command.addAll(List.of("org.apache.spark.deploy." + what, "--host", "127.0.0.1"));
    command.addAll(List.of("--webui-port", "0"));
    command.addAll(List.of(arguments));
    ProcessBuilder process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    Map<String, String> environment = process.environment();
    environment.put("JAVA_HOME", java.toString());
    environment.put("SPARK_HOME", folder.resolve("home").toString());
    environment.put("SPARK_SCALA_VERSION", "2.13");
    environment.put("SPARK_LOCAL_IP", "127.0.0.1");
    return process.start();
  }

  private static Matcher awaitLine(Process process, Path log, Pattern line) throws Exception {
    while (true) {
      boolean alive = process.isAlive();
      Matcher matcher = line.matcher(Files.readString(log));
      if (matcher.find()) {
        return matcher;
      }
      if (!alive) {
        throw new AssertionError("ended without " + line + ": " + Files.readString(log));
      }
      Thread.sleep(50);
    }
  }

  String address() {
    return address;
  }

  /** Starts workers until there are two. */
  void fillUp() throws Exception {
    while (workers.size() < 2) {
      Path work = Files.createTempDirectory(folder, "worker");
      Path log = work.resolve("log");
      Process worker =
          start(
              log,
              "worker.Worker",
              "--cores",
              "1",
              "--memory",
              "2g",
              "--work-dir",
              work.toString(),
              address);
      awaitLine(worker, log, Pattern.compile(REGISTERED));
      workers.add(worker);
    }
  }

  /** Kills one worker and its executors, as {@code kill -9} does. */
  void killWorker() throws InterruptedException {
    kill(workers.remove());
  }

  private static void kill(Process process) throws InterruptedException {
    List<ProcessHandle> executors = process.descendants().toList();
    process.destroyForcibly().waitFor();
    executors.forEach(ProcessHandle::destroyForcibly);
  }

  /** Kills all that is left. */
  void stop() throws InterruptedException {
    while (!workers.isEmpty()) {
      killWorker();
    }
    kill(master);
  }
}
