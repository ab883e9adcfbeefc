package org.lenetlab.results.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The loss of every step, in full precision: {@code epoch,step,loss,correct,examples}. */
final class StepsCsv {
  private static final String HEADER = "epoch,step,loss,correct,examples\n";

  private final Path file;
  private final StringBuilder lines = new StringBuilder(HEADER);

  StepsCsv(Path file) {
    this.file = file;
  }

  /** Takes over the steps of the epochs that an interrupted run has finished. */
  void resume(int finishedEpochs) {
    if (finishedEpochs == 0) {
      return;
    }
    try {
      List<String> stored = Files.readAllLines(file);
      stored.stream()
          .skip(1)
          .filter(line -> Integer.parseInt(line.substring(0, line.indexOf(','))) <= finishedEpochs)
          .forEach(line -> lines.append(line).append('\n'));
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
      throw ResultsException.broken(file, e);
    }
  }

  void add(int epoch, int step, double loss, int correct, int count) {
    lines.append(epoch).append(',').append(step).append(',').append(loss);
    lines.append(',').append(correct).append(',').append(count).append('\n');
  }

  void write() {
    AtomicFile.write(file, lines.toString());
  }
}
