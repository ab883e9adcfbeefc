package org.lenetlab.backend.simd;

import java.util.ArrayList;
import java.util.List;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.ChannelAffine;
import org.lenetlab.api.network.Convolution;
import org.lenetlab.api.network.Dense;
import org.lenetlab.api.network.Dropout;
import org.lenetlab.api.network.Elementwise;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Op;
import org.lenetlab.api.network.Pooling;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.network.SquaredDistance;
import org.lenetlab.api.network.Stage;

/**
 * A network as steps for one image at a time, over the same parameters as the steps for blocks of
 * images. In a block of few images most lanes would be idle.
 */
final class PixelPlan {
  private final Arena weights;
  private final Arena scratch;
  private final List<Step> steps = new ArrayList<>();
  private final PixelTensor input;
  private PixelTensor current;
  private boolean trainsBefore;

  /** Whether the last step needs its outputs again when derivatives go back. */
  private boolean outputsNeeded;

  PixelPlan(
      Network network,
      ParameterVector parameters,
      Arena weights,
      Arena scratch,
      StepWrapper wrapper) {
    this.weights = weights;
    this.scratch = scratch;
    input = newSheet(network.input());
    current = input;
    for (int i = 0; i < network.stages().size(); i++) {
      int first = steps.size();
      add(network.stages().get(i).op(), parameters.place(i));
      int stage = i;
      steps.subList(first, steps.size()).replaceAll(step -> wrapper.wrap(step, stage, 1));
    }
    makeFlat();
    // Kernels may read, not use, one image behind the last one.
    scratch.reserve(input.length());
  }

  /**
   * Whether the network has steps for single images: it has neither convolutions with a stride, nor
   * dropout, nor activations without vector code.
   */
  static boolean suits(Network network) {
    return network.stages().stream().map(Stage::op).allMatch(PixelPlan::suits);
  }

  private static boolean suits(Op op) {
    return switch (op) {
      case Convolution c -> c.stride() == 1 || DenseStep.canCompute(c);
      case Elementwise e -> InPlaceActivation.of(e.activation()) != null;
      case Dropout d -> false;
      case Pooling p -> true;
      case ChannelAffine a -> true;
      case Dense d -> true;
      case SquaredDistance d -> true;
    };
  }

  private void add(Op op, ParameterVector.Place place) {
    switch (op) {
      case Convolution c when DenseStep.canCompute(c) -> addDense(c.output(), place);
      case Convolution c -> addConvolution(c, place);
      case Dense d -> addDense(d.output(), place);
      case ChannelAffine a -> addAffine(a, place);
      case Pooling p -> {
        PixelTensor output = newSheet(p.output());
        append(new PixelPoolingStep(p, current, output, trainsBefore), output);
      }
      case Elementwise e -> addActivation(e.activation());
      case SquaredDistance d -> {
        makeFlat();
        PixelTensor output = newFlat(d.output());
        append(new PixelDistanceStep(d, current, output, trainsBefore), output);
      }
      case Dropout d -> throw new IllegalArgumentException("not for single images: " + d);
    }
  }

  private void addConvolution(Convolution op, ParameterVector.Place place) {
    int border = 2 * op.padding();
    Shape shape = op.input();
    Shape padded = new Shape(shape.channels(), shape.height() + border, shape.width() + border);
    if (border > 0 || !current.hasDenseRows() || !hasWholeGroups()) {
      repack(newSheet(padded), op.padding());
    }
    // Input gradients see zeros before and behind the derivatives of a map: as far as a kernel
    // reaches.
    int plane = PixelTensor.padded(padded.plane() + op.kernel() - 1);
    scratch.reserve(plane);
    PixelTensor output = newTensor(op.output(), padded.width(), plane);
    Convolution inside = new Convolution(padded, op.kernel(), 1, 0, op.connections());
    append(
        new PixelConvolutionStep(inside, current, output, place, trainsBefore, weights, scratch),
        output);
    trainsBefore = true;
  }

  private void addDense(Shape shape, ParameterVector.Place place) {
    makeFlat();
    PixelTensor output = newFlat(shape);
    append(new PixelDenseStep(current, output, place, trainsBefore, scratch), output);
    trainsBefore = true;
  }

  private void addAffine(ChannelAffine op, ParameterVector.Place place) {
    if (!hasWholeGroups()) {
      repack(newSheet(op.input()), 0);
    }
    PixelTensor output = newTensor(op.output(), current.row(), current.plane());
    append(
        new AffineStep(op, current.ofGroups(), output.ofGroups(), place, trainsBefore, scratch),
        output);
    trainsBefore = true;
  }

  private void addActivation(Activation activation) {
    InPlaceActivation inPlace = InPlaceActivation.of(activation);
    if (inPlace == null) {
      throw new IllegalArgumentException("not for single images: " + activation);
    }
    if (!(activation instanceof Activation.Identity)) {
      PixelTensor output =
          outputsNeeded ? newTensor(current.shape(), current.row(), current.plane()) : current;
      append(
          new ActivationStep(inPlace, current.ofGroups(), output.ofGroups(), trainsBefore), output);
      outputsNeeded = true;
    }
  }

  private boolean hasWholeGroups() {
    return current.plane() % PixelTensor.GROUP == 0;
  }

  private void makeFlat() {
    if (!current.isFlat()) {
      repack(newFlat(current.shape()), 0);
    }
  }

  private void repack(PixelTensor output, int padding) {
    append(new RepackStep(current, output, padding, trainsBefore), output);
  }

  /** A tensor without gaps. */
  private PixelTensor newFlat(Shape shape) {
    return newTensor(shape, shape.width(), shape.plane());
  }

  /** A tensor with whole groups of pixels for each channel. */
  private PixelTensor newSheet(Shape shape) {
    return newTensor(shape, shape.width(), PixelTensor.padded(shape.plane()));
  }

  private PixelTensor newTensor(Shape shape, int row, int plane) {
    int length = PixelTensor.padded(shape.channels() * plane);
    int derivatives = scratch.reserve(length);
    return new PixelTensor(shape, row, plane, scratch.reserve(length), derivatives);
  }

  private void append(Step step, PixelTensor output) {
    steps.add(step);
    current = output;
    outputsNeeded = false;
  }

  List<Step> steps() {
    return steps;
  }

  PixelTensor input() {
    return input;
  }

  PixelTensor output() {
    return current;
  }
}
