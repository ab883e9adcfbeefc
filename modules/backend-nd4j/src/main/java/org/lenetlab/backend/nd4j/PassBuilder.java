package org.lenetlab.backend.nd4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.ChannelAffine;
import org.lenetlab.api.network.Convolution;
import org.lenetlab.api.network.Dense;
import org.lenetlab.api.network.Dropout;
import org.lenetlab.api.network.Elementwise;
import org.lenetlab.api.network.Pooling;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.network.SquaredDistance;
import org.lenetlab.api.network.Stage;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Turns the ops of a network into steps for one batch size. */
final class PassBuilder {
  private static final Window POINT = new Window(1, 1, 0);

  private final Memory memory;
  private final Map<Stage, Weights> weights;
  private final long seed;
  private final int examples;
  private final List<Step> steps = new ArrayList<>();
  private Signal signal;
  private boolean trainable;

  /**
   * @param weights of the stages that have parameters
   */
  PassBuilder(Memory memory, Map<Stage, Weights> weights, long seed, int examples, Shape input) {
    this.memory = memory;
    this.weights = weights;
    this.seed = seed;
    this.examples = examples;
    signal = new Signal(memory.array(examples, input), null);
  }

  List<Step> steps() {
    return steps;
  }

  /** The outputs of the last op; at first the images. */
  Signal signal() {
    return signal;
  }

  void add(Stage stage) {
    trainable |= Weights.areIn(stage);
    switch (stage.op()) {
      case Convolution op -> convolution(new Window(op.kernel(), op.stride(), op.padding()), stage);
      case ChannelAffine _ -> convolution(POINT, stage);
      case Dense op -> dense(op, stage);
      case Pooling op -> pooling(op);
      case Elementwise op -> activation(op.activation());
      case SquaredDistance op -> {
        Signal x = advance(op.output());
        steps.add(new DistanceStep(memory, op.targets(), x, signal));
      }
      case Dropout op -> {
        Signal x = advance(op.output());
        steps.add(new DropoutStep(memory, op, Dropout.stream(seed, stage.layer()), x, signal));
      }
    }
  }

  /** Makes the signal behind the next step, of this shape, and returns the one before it. */
  private Signal advance(Shape output) {
    Signal before = signal;
    INDArray gradients = trainable ? memory.array(examples, output) : null;
    signal = new Signal(memory.array(examples, output), gradients);
    return before;
  }

  /** The same for a step that keeps the shape. */
  private Signal advance() {
    long[] shape = signal.values().shape();
    return advance(
        new Shape(Math.toIntExact(shape[1]), Math.toIntExact(shape[2]), Math.toIntExact(shape[3])));
  }

  /** A coefficient per channel is a convolution of 1 × 1 with one connection per map. */
  private void convolution(Window window, Stage stage) {
    Signal x = advance(stage.op().output());
    steps.add(new ConvolutionStep(memory, window, require(stage), x, signal));
  }

  private void dense(Dense op, Stage stage) {
    Signal x = advance(op.output()).reshaped(examples, op.input().size());
    Signal y = signal.reshaped(examples, op.units());
    steps.add(new DenseStep(memory, require(stage), x, y));
  }

  private Weights require(Stage stage) {
    Weights found = weights.get(stage);
    if (found == null) {
      throw new IllegalStateException("no weights for " + stage);
    }
    return found;
  }

  private void pooling(Pooling op) {
    String name =
        switch (op.kind()) {
          case MAX -> "maxpool2d";
          case AVERAGE, SUM -> "avgpool2d";
        };
    Window window = new Window(op.window(), op.stride(), 0);
    Signal x = advance(op.output());
    steps.add(new FunctionStep(memory, name, x, signal, window.forPooling()));
    if (op.kind() == Pooling.Kind.SUM) {
      scale(op.window() * op.window());
    }
  }

  private void activation(Activation activation) {
    switch (activation) {
      case Activation.Identity _ -> {}
      case Activation.Sigmoid _ -> function("sigmoid");
      case Activation.Tanh _ -> function("tanh");
      case Activation.ScaledTanh _ -> {
        scale(Activation.ScaledTanh.SLOPE);
        function("tanh");
        scale(Activation.ScaledTanh.AMPLITUDE);
      }
      case Activation.Relu _ -> rectifier(0);
      case Activation.LeakyRelu(float slope) -> rectifier(slope);
      default -> {
        Signal x = advance();
        steps.add(new ScalarFunctionStep(activation, x, signal));
      }
    }
  }

  private void function(String name) {
    Signal x = advance();
    steps.add(new FunctionStep(memory, name, x, signal));
  }

  private void scale(double factor) {
    Signal x = advance();
    steps.add(new ScaleStep(factor, x, signal));
  }

  private void rectifier(double slope) {
    Signal x = advance();
    steps.add(new RectifierStep(memory, slope, x, signal));
  }
}
