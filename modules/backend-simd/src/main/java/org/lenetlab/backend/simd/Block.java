package org.lenetlab.backend.simd;

import org.jspecify.annotations.Nullable;
import org.lenetlab.api.data.Batch;

/** The images that one worker has in hand, and the places in memory where it works on them. */
final class Block {
  final float[] memory;
  private final int worker;
  private final int scratch;
  private final int kept;
  private final WeightAreas areas;
  private @Nullable Batch batch;
  private int first;
  private int count;
  private int firstKept;
  private boolean training;
  private int sums;
  private float[] gradients = {};

  /**
   * @param worker the worker's number
   * @param scratch where the worker's own part of the memory begins
   * @param kept where the part of the memory begins that outlasts the block
   */
  Block(float[] memory, int worker, int scratch, int kept, WeightAreas areas) {
    this.memory = memory;
    this.worker = worker;
    this.scratch = scratch;
    this.kept = kept;
    this.areas = areas;
  }

  /** Begins with block number {@code index} of {@code batch}. */
  void begin(Batch batch, int index, boolean training) {
    this.batch = batch;
    this.training = training;
    first = index * Lanes.BLOCK;
    count = Math.min(Lanes.BLOCK, batch.size() - first);
  }

  /** Begins to train on the image at a place of {@code batch}, alone. */
  void beginImage(Batch batch, int image) {
    this.batch = batch;
    training = true;
    first = image;
    count = 1;
  }

  /** Sets where the derivatives with respect to the parameters are summed. */
  void sumInto(int offset) {
    sums = offset;
  }

  /** Sets the vector that large gradients of a single image are written to. */
  void writeTo(float[] gradients) {
    this.gradients = gradients;
  }

  /** The gradients of a single image, in the order of the parameters. */
  float[] gradients() {
    return gradients;
  }

  /** Sets the place of the block's first image among those that something is kept of. */
  void keepFrom(int firstKept) {
    this.firstKept = firstKept;
  }

  /** The place of the block's first image among those that something is kept of. */
  int firstKept() {
    return firstKept;
  }

  /** The place in memory of an offset in the part that outlasts the block. */
  int kept(int offset) {
    return kept + offset;
  }

  int worker() {
    return worker;
  }

  Batch batch() {
    if (batch == null) {
      throw new IllegalStateException("a block is used before it begins");
    }
    return batch;
  }

  /** The place in the batch of the first image. */
  int first() {
    return first;
  }

  /** Number of images; the other lanes hold zeros. */
  int count() {
    return count;
  }

  /** The label of an image, given its place in the block. */
  int label(int image) {
    return batch().labels()[first + image];
  }

  boolean training() {
    return training;
  }

  /** The place in memory of an offset in the worker's own part. */
  int at(int offset) {
    return scratch + offset;
  }

  /**
   * Where the derivative with respect to the parameter at {@code place} of its vector is summed.
   */
  int sum(int place) {
    return sums + place;
  }

  /** The weights that enter a backward pass: as they are, or squared. */
  int weights(Derivative derivative) {
    return switch (derivative) {
      case GRADIENT -> areas.plain();
      case CURVATURE -> areas.squared();
    };
  }

  /** The weights that enter a forward pass. */
  int weights() {
    return areas.plain();
  }
}
