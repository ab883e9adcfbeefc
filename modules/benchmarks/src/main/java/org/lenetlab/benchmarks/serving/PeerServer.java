package org.lenetlab.benchmarks.serving;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads lines {@code CASE train|forward SECONDS} and answers {@code images-per-second loss}. */
public final class PeerServer {
  /** How many images are computed between two looks at the clock, if a batch has fewer. */
  private static final int IMAGES_BETWEEN_LOOKS = 256;

  private PeerServer() {}

  /** Makes the network of a name. */
  @FunctionalInterface
  public interface Opener {
    /** It begins untrained. */
    PeerCase open(String name) throws IOException;
  }

  /** Serves until the input ends. */
  public static void serve(String version, Opener opener) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("ready " + version);
    String name = "";
    @Nullable PeerCase current = null;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] words = line.split(" ", 3);
      if (current == null || !name.equals(words[0])) {
        if (current != null) {
          current.close();
        }
        name = words[0];
        current = opener.open(name);
      }
      answer(current, name, words[1].equals("train"), Double.parseDouble(words[2]));
    }
  }

  private static void answer(PeerCase peer, String name, boolean training, double seconds) {
    int batchSize = PeerCase.batchSize(name);
    int batches = Math.max(1, IMAGES_BETWEEN_LOOKS / batchSize);
    long images = 0;
    float loss = 0;
    long start = System.nanoTime();
    double elapsed = 0;
    while (elapsed < seconds) {
      for (int i = 0; i < batches; i++) {
        if (training) {
          loss = peer.step();
        } else {
          peer.forward();
        }
        images += batchSize;
      }
      elapsed = (System.nanoTime() - start) / 1e9;
    }
    System.out.printf(Locale.ROOT, "%.1f %.4f%n", images / elapsed, loss);
  }
}
