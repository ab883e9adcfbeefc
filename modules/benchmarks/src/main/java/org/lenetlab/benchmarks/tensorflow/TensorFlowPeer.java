package org.lenetlab.benchmarks.tensorflow;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tensorflow.TensorFlow;

/**
 * Reads lines {@code CASE train|forward SECONDS} and answers {@code images-per-second loss}.
 * Arguments: the folder of data, the number of threads.
 */
public final class TensorFlowPeer {
  private TensorFlowPeer() {}

  /** Serves until its input ends. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int threads = Integer.parseInt(arguments[1]);
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("ready " + TensorFlow.version());
    @Nullable TensorFlowCase current = null;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] words = line.split(" ", 3);
      if (current == null || !current.name().equals(words[0])) {
        if (current != null) {
          current.close();
        }
        current = new TensorFlowCase(folder, words[0], threads);
      }
      long nanos = (long) (Double.parseDouble(words[2]) * 1e9);
      double rate = words[1].equals("train") ? current.train(nanos) : current.forward(nanos);
      System.out.printf(Locale.ROOT, "%.1f %.4f%n", rate, current.lastLoss());
    }
  }
}
