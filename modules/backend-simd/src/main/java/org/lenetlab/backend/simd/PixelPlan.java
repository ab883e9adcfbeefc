package org.lenetlab.backend.simd;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
  private final Arena scratch;
  private final List<Step> steps = new ArrayList<>();
  private final List<ParameterVector.Place> summed = new ArrayList<>();
  private final PixelTensor input;
  private PixelTensor current;
  private boolean trainsBefore;

  /** Whether the last step needs its outputs again when derivatives go back. */
  private boolean outputsNeeded;

  PixelPlan(Network network, ParameterVector parameters, Arena scratch, StepWrapper wrapper) {
    this.scratch = scratch;
    input = newSheet(network.input(), network.input().width());
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
        PixelTensor output = current.hasMapsInLanes() ? newMaps(p.output()) : newSheet(p.output());
        append(pooling(p, output), output);
        outputsNeeded = p.kind() == Pooling.Kind.MAX;
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

  private Step pooling(Pooling op, PixelTensor output) {
    if (current.hasMapsInLanes()) {
      return new MapPoolingStep(op, current, output, trainsBefore);
    }
    return PairPoolingStep.suits(op)
        ? new PairPoolingStep(op, current, output, trainsBefore)
        : new PixelPoolingStep(op, current, output, trainsBefore);
  }

  private void addConvolution(Convolution op, ParameterVector.Place place) {
    int border = 2 * op.padding();
    Shape shape = op.input();
    Shape padded = new Shape(shape.channels(), shape.height() + border, shape.width() + border);
    if (border > 0 || !current.isSheet() || (trainsBefore && !hasWholeRows())) {
      repack(newSheet(padded), op.padding());
    }
    // The input gradient reads zeros before the derivatives of the first map.
    scratch.reserve(op.kernel());
    Convolution inside = new Convolution(padded, op.kernel(), 1, 0, op.connections());
    if (2 * op.maps() > Lanes.LOGICAL) {
      PixelTensor output = newMaps(op.output());
      append(new MapConvolutionStep(inside, current, output, place, trainsBefore, scratch), output);
    } else {
      int plane = PixelTensor.padded(RowGradient.plane(inside, current.row()));
      PixelTensor output =
          newTensor(
              op.output(), PixelTensor.pixelsInLanes(current.row(), plane), plane * op.maps());
      append(
          new PixelConvolutionStep(inside, current, output, place, trainsBefore, scratch), output);
      summed.add(place);
    }
    trainsBefore = true;
  }

  private void addDense(Shape shape, ParameterVector.Place place) {
    makeFlat();
    PixelTensor output = newFlat(shape);
    append(new PixelDenseStep(current, output, place, trainsBefore, scratch), output);
    trainsBefore = true;
  }

  private void addAffine(ChannelAffine op, ParameterVector.Place place) {
    if (current.hasMapsInLanes() && isIdentity(op.sources())) {
      PixelTensor output = newMaps(op.output());
      append(new MapAffineStep(current, output, place, trainsBefore), output);
    } else {
      if (!current.isSheet()) {
        repack(newSheet(op.input()), 0);
      }
      PixelTensor output =
          newTensor(op.output(), current.strides(), op.sources().size() * current.plane());
      append(
          new AffineStep(op, current.ofGroups(), output.ofGroups(), place, trainsBefore, scratch),
          output);
      summed.add(place);
    }
    trainsBefore = true;
  }

  private void addActivation(Activation activation) {
    InPlaceActivation inPlace = InPlaceActivation.of(activation);
    if (inPlace == null) {
      throw new IllegalArgumentException("not for single images: " + activation);
    }
    if (!(activation instanceof Activation.Identity)) {
      PixelTensor output =
          outputsNeeded ? newTensor(current.shape(), current.strides(), current.length()) : current;
      append(
          new ActivationStep(inPlace, current.ofGroups(), output.ofGroups(), trainsBefore), output);
      outputsNeeded = true;
    }
  }

  private boolean hasWholeRows() {
    return current.row() % Lanes.LOGICAL == 0;
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
    return newTensor(shape, PixelTensor.pixelsInLanes(shape.width(), shape.plane()), shape.size());
  }

  /** A tensor with rows of whole vectors and channels of whole groups of pixels. */
  private PixelTensor newSheet(Shape shape) {
    return newSheet(shape, Lanes.padded(shape.width()));
  }

  private PixelTensor newSheet(Shape shape, int row) {
    int plane = PixelTensor.padded(shape.height() * row);
    return newTensor(shape, PixelTensor.pixelsInLanes(row, plane), shape.channels() * plane);
  }

  /** A tensor with maps in the lanes. */
  private PixelTensor newMaps(Shape shape) {
    Strides strides = PixelTensor.mapsInLanes(shape);
    int pixels = Math.max(shape.plane(), MapConvolutionStep.PIXELS);
    return newTensor(shape, strides, pixels * strides.column());
  }

  private PixelTensor newTensor(Shape shape, Strides strides, int length) {
    int padded = PixelTensor.padded(length);
    // Kernels write zeros beyond the last row of derivatives.
    int beyond = Math.max(strides.row(), PixelTensor.GROUP);
    int derivatives = scratch.reserve(padded + beyond);
    int values = scratch.reserve(padded + beyond);
    return new PixelTensor(shape, strides, padded, values, derivatives);
  }

  private static boolean isIdentity(List<Integer> sources) {
    return IntStream.range(0, sources.size()).allMatch(i -> sources.get(i) == i);
  }

  private void append(Step step, PixelTensor output) {
    steps.add(step);
    current = output;
    outputsNeeded = false;
  }

  List<Step> steps() {
    return steps;
  }

  /** The places of the parameters whose gradients are added to the block's sums. */
  List<ParameterVector.Place> summed() {
    return summed;
  }

  PixelTensor input() {
    return input;
  }

  PixelTensor output() {
    return current;
  }
}
