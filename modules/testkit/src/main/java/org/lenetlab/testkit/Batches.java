package org.lenetlab.testkit;

import org.lenetlab.api.data.Batch;
import org.lenetlab.api.data.Images;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.random.RandomStream;

/** Random batches. */
public final class Batches {

  /** The epoch of every batch made here. */
  public static final int EPOCH = 2;

  private Batches() {}

  /**
   * A batch of random images, uniform in −1 … 1, with random labels. The examples are not numbered
   * in order, as in a shuffled training set.
   */
  public static Batch random(Network network, int size, long seed) {
    Batch batch = new Batch(size, network.input().size());
    RandomStream random = new RandomStream(seed, "batch");
    for (int e = 0; e < size; e++) {
      drawExample(network, batch, e, random);
    }
    batch.begin(size, EPOCH);
    return batch;
  }

  /** The examples from {@code from} to below {@code to} of a batch. */
  public static Batch slice(Batch batch, int from, int to) {
    Batch part = new Batch(to - from, batch.imageSize());
    for (int e = from; e < to; e++) {
      copyExample(batch, e, part, e - from);
    }
    part.begin(to - from, batch.epoch());
    return part;
  }

  /** The same examples, with images that are prepared when they are asked for. */
  public static Batch unprepared(Batch batch) {
    Batch same = new Batch(batch.size(), batch.imageSize());
    System.arraycopy(batch.labels(), 0, same.labels(), 0, batch.size());
    System.arraycopy(batch.indices(), 0, same.indices(), 0, batch.size());
    // The source has another image in front.
    same.begin(
        batch.size(),
        batch.epoch(),
        (place, into, offset) -> copy(batch, place - 1, into, offset),
        1);
    return same;
  }

  /** The images of {@code stored} at the examples' numbers, which stay there. */
  static Batch stored(Network network, Images stored, int size, long seed) {
    Batch batch = new Batch(size, network.input().size());
    RandomStream random = new RandomStream(seed, "stored");
    batch.begin(size, EPOCH, stored);
    for (int e = 0; e < size; e++) {
      batch.indices()[e] = random.nextInt(stored.count());
      batch.labels()[e] = random.nextInt(network.classes());
    }
    return batch;
  }

  /** The same examples, with images that are prepared already. */
  static Batch prepared(Batch batch) {
    return slice(batch, 0, batch.size());
  }

  private static void copy(Batch batch, int example, float[] into, int offset) {
    int size = batch.imageSize();
    System.arraycopy(batch.images(), example * size, into, offset, size);
  }

  static void drawExample(Network network, Batch batch, int e, RandomStream random) {
    for (int i = 0; i < batch.imageSize(); i++) {
      batch.images()[e * batch.imageSize() + i] = (float) random.uniform(-1, 1);
    }
    batch.labels()[e] = random.nextInt(network.classes());
    batch.indices()[e] = random.nextInt(60_000);
  }

  private static void copyExample(Batch from, int e, Batch to, int place) {
    copy(from, e, to.images(), place * from.imageSize());
    to.labels()[place] = from.labels()[e];
    to.indices()[place] = from.indices()[e];
  }
}
