package org.lenetlab.app.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.lenetlab.app.cli.MachineException;

/** The flags of every JVM that runs this program: the file {@code jvm.options}. */
public final class JvmOptions {
  private JvmOptions() {}

  /**
   * The flags, in their order.
   *
   * @throws MachineException if the file cannot be read
   */
  public static List<String> read() {
    Path file = Home.folder().resolve("jvm.options");
    try (Stream<String> lines = Files.lines(file)) {
      return lines.map(String::strip).filter(l -> !l.isEmpty() && !l.startsWith("#")).toList();
    } catch (IOException e) {
      throw new MachineException("cannot read " + file.toAbsolutePath() + "; start ./lenet", e);
    }
  }
}
