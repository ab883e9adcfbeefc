package org.lenetlab.benchmarks.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines {@code CASE train|forward SECONDS} and answers {@code images-per-second loss}.
 * Arguments: the folder of data.
 */
public final class DjlPeer {
  private DjlPeer() {}

  /** Serves until its input ends. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (NDManager manager = NDManager.newBaseManager()) {
      System.out.println("ready " + Engine.getInstance().getVersion());
      @Nullable DjlCase current = null;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ", 3);
        if (current == null || !current.name().equals(words[0])) {
          if (current != null) {
            current.close();
          }
          current = new DjlCase(manager, folder, words[0]);
        }
        long nanos = (long) (Double.parseDouble(words[2]) * 1e9);
        double rate = words[1].equals("train") ? current.train(nanos) : current.forward(nanos);
        System.out.printf(Locale.ROOT, "%.1f %.4f%n", rate, current.lastLoss());
      }
    }
  }
}
