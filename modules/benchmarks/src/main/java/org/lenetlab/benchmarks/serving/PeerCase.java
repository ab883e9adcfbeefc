package org.lenetlab.benchmarks.serving;

/** One network of the comparison in the hands of a peer, its images in memory. */
public interface PeerCase extends AutoCloseable {
  /** How many images a step of the network called {@code name} takes. */
  static int batchSize(String name) {
    return switch (name) {
      case "A" -> 256;
      case "B1" -> 1;
      default -> 64;
    };
  }

  /** One training step on the next images in random order; returns its loss. */
  float step();

  /** The logits of a batch are computed and thrown away. */
  void forward();

  @Override
  void close();
}
