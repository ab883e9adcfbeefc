package org.lenetlab.backend.reference;

import org.lenetlab.api.network.ChannelAffine;
import org.lenetlab.api.network.Convolution;
import org.lenetlab.api.network.Dense;
import org.lenetlab.api.network.Dropout;
import org.lenetlab.api.network.Elementwise;
import org.lenetlab.api.network.Pooling;
import org.lenetlab.api.network.SquaredDistance;
import org.lenetlab.api.network.Stage;

/**
 * One op of a compiled network, for one example at a time. x is the op's input, y its output, dx
 * and dy the derivatives of the loss with respect to them; parameters are read from, and their
 * derivatives added to, vectors in canonical order.
 */
interface Kernel {

  /**
   * The kernel for an op at its place. It keeps {@code parameters}, to see their current values.
   */
  static Kernel of(Stage stage, float[] parameters, long seed) {
    int offset = stage.parameters().isEmpty() ? 0 : stage.parameters().getFirst().offset();
    return switch (stage.op()) {
      case Convolution op -> new ConvolutionKernel(op, parameters, offset);
      case Pooling op ->
          switch (op.kind()) {
            case MAX -> new MaxPoolingKernel(op);
            case AVERAGE -> new SumPoolingKernel(op, 1.0 / (op.window() * op.window()));
            case SUM -> new SumPoolingKernel(op, 1);
          };
      case ChannelAffine op -> new ChannelAffineKernel(op, parameters, offset);
      case Dense op -> new DenseKernel(op, parameters, offset);
      case Elementwise op -> new ElementwiseKernel(op.activation());
      case SquaredDistance op -> new SquaredDistanceKernel(op);
      case Dropout op -> new DropoutKernel(op, Dropout.stream(seed, stage.layer()));
    };
  }

  /** Says that the following calls train on an example. */
  default void beginTraining(int epoch, int example) {}

  /** Says that the following calls evaluate an example. */
  default void beginEvaluation() {}

  /** Writes y. */
  void forward(double[] x, double[] y);

  /** Writes dx. */
  void backward(Derivative derivative, double[] x, double[] dy, double[] dx);

  /** Adds the derivatives with respect to the op's parameters to {@code sum}. */
  default void addParameters(Derivative derivative, double[] x, double[] dy, double[] sum) {}
}
