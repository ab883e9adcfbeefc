package org.lenetlab.spark;

import com.google.common.base.Splitter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code lenet} command as the launcher starts it: Spark is not on its class path, but
 * installed as an extension.
 */
final class Lenet {
  private static final String BUILD = "20260101-000000-1";
  private static final Path OPTIONS = Path.of("jvm.options");

  private final Path home;
  private final List<String> classPath = new ArrayList<>();

  /**
   * A command that ended.
   *
   * @param status of the process
   */
  record Result(int status, String out, String err) {}

  /**
   * Installs the extension.
   *
   * @param home an empty folder
   * @param plugin a jar beside the application's
   */
  Lenet(Path home, Path plugin) throws IOException {
    this.home = home;
    Path core = Path.of("src", "target");
    classPath.add(core.resolve("classes").toAbsolutePath().toString());
    String libraries = Files.readString(core.resolve("class-path")).strip();
    classPath.addAll(Splitter.on(File.pathSeparator).splitToList(libraries));
    classPath.add(plugin.toString());
    Path extension = Files.createDirectories(home.resolve("plugins/spark").resolve(BUILD));
    Files.copy(Jars.of(SparkConnector.class), extension.resolve("lenet-executor-spark.jar"));
    Files.write(
        extension.resolve("libraries"),
        StandaloneCluster.libraries().stream().map(Path::toString).toList());
    Files.copy(OPTIONS, home.resolve(OPTIONS));
  }

  Process start(Path err, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + OPTIONS.toAbsolutePath());
    command.addAll(List.of("-Dlenet.home=" + home, "-Dlenet.build=" + BUILD));
    command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath)));
    command.add("org.lenetlab.app.Main");
    command.addAll(List.of(arguments));
    ProcessBuilder process = new ProcessBuilder(command).redirectError(err.toFile());
    process.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    process.environment().remove("SPARK_HOME");
    return process.start();
  }

  static Result await(Process process, Path err) throws Exception {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), out, Files.readString(err));
  }

  Result run(String... arguments) throws Exception {
    Path err = Files.createTempFile(home, "lenet", ".err");
    return await(start(err, arguments), err);
  }
}
