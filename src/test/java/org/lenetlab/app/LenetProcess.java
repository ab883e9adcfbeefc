package org.lenetlab.app;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The {@code lenet} command in a process of its own.
 *
 * @param status its exit status
 */
record LenetProcess(int status, String out, String err) {

  /** Runs it to its end, with {@code jars} on the class path as the launcher puts plugins there. */
  static LenetProcess run(List<Path> jars, String... arguments) throws Exception {
    Path err = Files.createTempFile("lenet", ".err");
    Process process = start(jars, err, arguments);
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new LenetProcess(process.waitFor(), out, Files.readString(err));
  }

  /** Starts it. */
  static Process start(List<Path> jars, Path err, String... arguments) throws IOException {
    return builder(jars, err, arguments).start();
  }

  static ProcessBuilder builder(List<Path> jars, Path err, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + Project.file("jvm.options"));
    command.add("-cp");
    command.add(
        Stream.concat(
                Stream.of(System.getProperty("java.class.path")), jars.stream().map(Path::toString))
            .collect(Collectors.joining(File.pathSeparator)));
    command.add("org.lenetlab.app.Main");
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(err.toFile());
  }

  /** Reads the output of a started process up to the first line that contains {@code words}. */
  static void awaitLine(Process process, String words) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = lines.readLine();
    while (line != null && !line.contains(words)) {
      line = lines.readLine();
    }
    if (line == null) {
      throw new AssertionError("the process ended without saying " + words);
    }
  }
}
