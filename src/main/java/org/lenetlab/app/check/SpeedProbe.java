package org.lenetlab.app.check;

import java.util.Arrays;
import org.lenetlab.api.backend.Backend;
import org.lenetlab.api.backend.Program;
import org.lenetlab.api.backend.Scores;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.experiment.Experiment;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.optimizer.Optimizer;
import org.lenetlab.api.random.RandomStream;

/**
 * Measures for a moment how fast a network trains, on random images. A guess: the JVM has hardly
 * warmed up, and preparing the data is not included.
 */
public final class SpeedProbe {
  private static final long WARM_UP_NANOS = 500_000_000;
  private static final long MEASURING_NANOS = 300_000_000;
  private static final int WANTED_IMAGES = 64;

  private SpeedProbe() {}

  /** How many images a second the steps of an experiment get through. */
  public static double imagesPerSecond(Experiment experiment, Network network, Backend backend) {
    int batchSize = experiment.training().batchSize();
    try (Program program =
        backend.compile(network, experiment.loss(), batchSize, experiment.seed())) {
      Batch batch = randomBatch(network, batchSize);
      Optimizer optimizer = experiment.optimizer().method().create(program.vectorLength());
      optimizer.beforeEpoch(1, samples -> ones(program.vectorLength()));
      repeat(program, batch, optimizer, WARM_UP_NANOS);
      return repeat(program, batch, optimizer, MEASURING_NANOS);
    }
  }

  private static double repeat(Program program, Batch batch, Optimizer optimizer, long nanos) {
    Scores scores = Scores.sums();
    long images = 0;
    long start = System.nanoTime();
    long elapsed = 0;
    while (elapsed < nanos) {
      for (int i = 0; i < WANTED_IMAGES; i += batch.size()) {
        program.trainBatch(batch, scores);
        program.update(optimizer, 0);
        images += batch.size();
      }
      elapsed = System.nanoTime() - start;
    }
    return images * 1e9 / elapsed;
  }

  private static Batch randomBatch(Network network, int size) {
    Batch batch = new Batch(size, network.input().size());
    RandomStream random = new RandomStream(1, "probe");
    for (int i = 0; i < batch.images().length; i++) {
      batch.images()[i] = random.nextFloat();
    }
    for (int i = 0; i < size; i++) {
      batch.labels()[i] = i % network.classes();
      batch.indices()[i] = i;
    }
    batch.begin(size, 1);
    return batch;
  }

  private static float[] ones(int length) {
    float[] ones = new float[length];
    Arrays.fill(ones, 1);
    return ones;
  }
}
