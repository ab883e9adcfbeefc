package org.lenetlab.api.network;

import java.util.List;

/**
 * One of the closed set of operations that a backend must know. Every op states its shapes, its
 * trainable parameters and its counts for one image; all that {@code describe}, the tests against
 * the paper and the throughput figures print comes from here.
 */
public sealed interface Op
    permits Convolution, Pooling, ChannelAffine, Dense, Elementwise, SquaredDistance, Dropout {

  Shape input();

  Shape output();

  /** The trainable tensors in canonical order; empty for most ops. */
  default List<ParameterSpec> parameters() {
    return List.of();
  }

  /** Number of trainable values. */
  default long parameterCount() {
    return parameters().stream().mapToLong(ParameterSpec::size).sum();
  }

  /** Number of values that are part of the op but not trained, such as RBF targets. */
  default long fixedCount() {
    return 0;
  }

  /**
   * Connections as LeCun et al. 1998 count them: every output unit has one per input that it sees,
   * and one for its bias. Ops that only transform a unit's own value have none.
   */
  default long connectionCount() {
    return 0;
  }

  /** Floating-point operations of the forward pass for one image; a multiply-add counts 2. */
  long flops();
}
