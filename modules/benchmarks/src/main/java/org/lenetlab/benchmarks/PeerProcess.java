package org.lenetlab.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * A running peer: it is sent lines {@code CASE train|forward SECONDS} and answers each with {@code
 * images-per-second loss}.
 */
final class PeerProcess implements AutoCloseable {
  private final long startNanos = System.nanoTime();
  private final Process process;
  private final BufferedReader answers;
  private final Writer questions;
  private final String version;

  /**
   * @param log receives what it prints to its standard error
   * @throws Contestant.MissingException if it ends before it is ready
   */
  PeerProcess(List<String> command, Path log) throws IOException {
    process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    answers = process.inputReader(StandardCharsets.UTF_8);
    questions = process.outputWriter(StandardCharsets.UTF_8);
    String line = answers.readLine();
    if (line == null || !line.startsWith("ready ")) {
      process.destroy();
      List<String> errors = Files.readAllLines(log);
      throw new Contestant.MissingException(
          errors.isEmpty() ? "it said nothing" : errors.getLast());
    }
    version = line.substring("ready ".length());
  }

  String version() {
    return version;
  }

  /** Images per second of training, or of forward passes. */
  double ask(Column column, double seconds) throws IOException {
    questions.write(
        String.format(
            Locale.ROOT,
            "%s %s %.3f%n",
            column.file(),
            column.training() ? "train" : "forward",
            seconds));
    questions.flush();
    String answer = answers.readLine();
    if (answer == null) {
      throw new IOException("it ended while it measured " + column);
    }
    return Double.parseDouble(answer.substring(0, answer.indexOf(' ')));
  }

  /** Since the process was started. */
  double secondsSinceStart() {
    return (System.nanoTime() - startNanos) / 1e9;
  }

  /** The most memory that it ever had resident, in megabytes. */
  long peakMegabytes() throws IOException {
    return Memory.peakMegabytes(process.pid());
  }

  @Override
  public void close() {
    try {
      questions.close();
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroy();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
