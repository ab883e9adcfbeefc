package org.lenetlab.backend.simd;

import org.jspecify.annotations.Nullable;
import org.lenetlab.api.network.Activation;

/** An activation that can replace its input, because its derivative follows from its value. */
interface InPlaceActivation {

  /** Replaces the {@code length} floats at {@code x} by their values. */
  void forward(float[] m, int x, int length);

  /**
   * Writes to {@code dx} the derivatives with respect to the inputs; {@code dx} may be {@code y} or
   * {@code dy}.
   *
   * @param y where the values lie
   * @param dy where the derivatives with respect to the values lie
   */
  void backward(float[] m, int y, int dy, int dx, int length);

  /** The vectorised form of {@code activation}, or null if it has none. */
  static @Nullable InPlaceActivation of(Activation activation) {
    return switch (activation) {
      case Activation.Sigmoid a -> new SigmoidKernel();
      case Activation.Tanh a -> new TanhKernel(1, 1);
      case Activation.ScaledTanh a ->
          new TanhKernel(Activation.ScaledTanh.AMPLITUDE, Activation.ScaledTanh.SLOPE);
      case Activation.Relu a -> new RectifierKernel(0);
      // With a negative slope, the sign of the value does not tell the sign of the input.
      case Activation.LeakyRelu a when a.slope() >= 0 -> new RectifierKernel(a.slope());
      case Activation.Identity a -> new Unchanged();
      default -> null;
    };
  }

  /** The identity. */
  final class Unchanged implements InPlaceActivation {
    @Override
    public void forward(float[] m, int x, int length) {}

    @Override
    public void backward(float[] m, int y, int dy, int dx, int length) {
      if (dx != dy) {
        System.arraycopy(m, dy, m, dx, length);
      }
    }
  }
}
