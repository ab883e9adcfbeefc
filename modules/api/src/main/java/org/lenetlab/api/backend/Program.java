package org.lenetlab.api.backend;

import org.lenetlab.api.data.Batch;
import org.lenetlab.api.optimizer.Optimizer;

/**
 * The device state of one training: parameters, gradients and what is needed to compute them. Used
 * from one thread; it may have workers of its own.
 *
 * <p>Vectors of one value per parameter come in two orders: canonical (see {@link
 * org.lenetlab.api.network.Network}), and the program's own, which may be padded. Optimizers work
 * in the program's own order.
 */
public interface Program extends AutoCloseable {

  /**
   * Forward, loss and backward in training mode: leaves the gradients of the batch's mean loss, and
   * adds each example's loss and predicted class, in order, to {@code scores}.
   */
  void trainBatch(Batch batch, Scores scores);

  /** Forward and loss in evaluation mode: adds each example, in order, to {@code scores}. */
  void evaluate(Batch batch, Scores scores);

  /** Forward in evaluation mode: writes the outputs [example][class] to {@code outputs}. */
  void forward(Batch batch, float[] outputs);

  /**
   * Whether several threads of its own prepare the images of batches of {@code size} examples
   * ({@link Batch#images(int, int)}), so that nobody needs to do it ahead of time.
   */
  default boolean preparesImages(int size) {
    return false;
  }

  /** One step of {@code optimizer} on all parameters with the gradients of the last batch. */
  void update(Optimizer optimizer, float rate);

  /** Length of vectors in the program's own order: what optimizers are created with. */
  int vectorLength();

  /** A vector in the program's own order, brought to canonical order. */
  float[] toCanonical(float[] vector);

  /** A vector in canonical order, brought to the program's own; padding is 0. */
  float[] fromCanonical(float[] canonical);

  /** A copy of the parameters in canonical order. */
  float[] parameters();

  /** Sets the parameters, given in canonical order. */
  void setParameters(float[] canonical);

  /** A copy of the last gradients in canonical order. */
  float[] gradients();

  /** Ends its workers and frees its memory. */
  @Override
  void close();
}
