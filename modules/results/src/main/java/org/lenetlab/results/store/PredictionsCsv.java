package org.lenetlab.results.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lenetlab.api.data.Examples;

/** The label and the predicted class of every test example: {@code label,predicted}. */
final class PredictionsCsv {
  private static final String HEADER = "label,predicted\n";

  private PredictionsCsv() {}

  static String of(Examples test, byte[] predicted) {
    StringBuilder lines = new StringBuilder(HEADER);
    for (int i = 0; i < predicted.length; i++) {
      lines.append(test.label(i)).append(',').append(predicted[i] & 0xFF).append('\n');
    }
    return lines.toString();
  }

  /**
   * @throws ResultsException if the file is missing or is not what {@link #of} writes
   */
  static Predictions read(Path file) {
    try {
      String text = Files.readString(file);
      if (!text.startsWith(HEADER) || !text.endsWith("\n")) {
        throw new IOException("expected lines of " + HEADER.strip());
      }
      ByteArrayOutputStream labels = new ByteArrayOutputStream();
      ByteArrayOutputStream predicted = new ByteArrayOutputStream();
      text.lines()
          .skip(1)
          .forEach(
              line -> {
                int comma = line.indexOf(',');
                labels.write(Integer.parseInt(line, 0, comma, 10));
                predicted.write(Integer.parseInt(line, comma + 1, line.length(), 10));
              });
      return new Predictions(labels.toByteArray(), predicted.toByteArray());
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      throw ResultsException.broken(file, e);
    }
  }
}
