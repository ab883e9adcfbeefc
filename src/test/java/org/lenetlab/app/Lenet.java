package org.lenetlab.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.ExitCode;

/** Runs the {@code lenet} command in this process and keeps what it printed. */
public record Lenet(ExitCode code, String out, String err) {

  /** Runs {@code lenet} with {@code arguments}, on a console that nobody is looking at. */
  public static Lenet run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = Console.plain(utf8(out), utf8(err));
    ExitCode code = Main.run(List.of(arguments), console);
    return new Lenet(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream utf8(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
