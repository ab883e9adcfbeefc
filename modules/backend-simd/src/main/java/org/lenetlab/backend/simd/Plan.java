package org.lenetlab.backend.simd;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.backend.Loss;
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
import org.lenetlab.api.random.RandomStream;

/** A network as steps over tensors, with places for all that they need. */
final class Plan {
  private final List<Stage> stages;
  private final Arena weights = new Arena();
  private final Arena scratch = new Arena();
  private final Arena kept = new Arena();
  private final int keptImages;
  private final ParameterVector parameters;
  private final List<Step> steps = new ArrayList<>();
  private final Tensor input;
  private final long seed;
  private final int workers;
  private Tensor current;
  private boolean trainsBefore;

  /** Whether the last step needs its outputs again when derivatives go back. */
  private boolean outputsNeeded;

  private @Nullable DistanceStep distances;
  private final Objective objective;
  private final @Nullable SingleImages singleImages;

  /**
   * @param batchSize the largest batch
   * @param keptImages of how many images something is kept until all went through the network
   * @param seed the run's seed, for dropout
   * @param workers how many threads may run steps at the same time
   */
  Plan(
      Network network,
      Loss loss,
      int batchSize,
      int keptImages,
      long seed,
      int workers,
      StepWrapper wrapper) {
    this.keptImages = keptImages;
    this.seed = seed;
    this.workers = workers;
    stages = network.stages();
    parameters = new ParameterVector(network, weights);
    input = newTensor(network.input(), false);
    current = input;
    int index = 0;
    while (index < stages.size()) {
      int stage = index;
      int first = steps.size();
      int used = add(index);
      steps.subList(first, steps.size()).replaceAll(step -> wrapper.wrap(step, stage, used));
      index += used;
    }
    objective = new Objective(loss, current, distances, batchSize, scratch);
    singleImages =
        PixelPlan.suits(network)
            ? new SingleImages(
                new PixelPlan(network, parameters, scratch, wrapper),
                current,
                objective,
                parameters.length())
            : null;
  }

  private Tensor newTensor(Shape shape, boolean derivativesReplaceValues) {
    int length = shape.size() * Lanes.BLOCK;
    int values = scratch.reserve(length);
    return new Tensor(shape, values, derivativesReplaceValues ? values : scratch.reserve(length));
  }

  /** Adds the step of stage {@code index}; returns how many stages it stands for. */
  private int add(int index) {
    Op op = stages.get(index).op();
    return switch (op) {
      case Convolution c -> addConvolution(c, index);
      case Dense d -> addDense(d, index);
      case ChannelAffine a -> addAffine(a, index);
      case Pooling p -> addPooling(p, new InPlaceActivation.Unchanged(), 1);
      case Elementwise e -> addElementwise(e, index);
      case Dropout d -> addDropout(d, stages.get(index).layer());
      case SquaredDistance d -> addDistances(d);
    };
  }

  private int addConvolution(Convolution op, int index) {
    boolean dense = DenseStep.canCompute(op);
    Tensor output = newTensor(op.output(), !dense && poolingFollows(index));
    ParameterVector.Place place = parameters.place(index);
    append(dense ? dense(output, place) : convolution(op, output, place), output, false);
    trainsBefore = true;
    return 1;
  }

  private Step convolution(Convolution op, Tensor output, ParameterVector.Place place) {
    return WinogradStep.suits(op)
        ? new WinogradStep(op, current, output, place, trainsBefore, weights, scratch)
        : new ConvolutionStep(op, current, output, place, trainsBefore, weights, scratch);
  }

  private int addDense(Dense op, int index) {
    Tensor output = newTensor(op.output(), false);
    ParameterVector.Place place = parameters.place(index);
    append(dense(output, place), output, false);
    trainsBefore = true;
    return 1;
  }

  private Step dense(Tensor output, ParameterVector.Place place) {
    return new DenseStep(current, output, place, trainsBefore, scratch, keptImages, kept);
  }

  private int addAffine(ChannelAffine op, int index) {
    Tensor output = newTensor(op.output(), poolingFollows(index));
    ParameterVector.Place place = parameters.place(index);
    append(new AffineStep(op, current, output, place, trainsBefore, scratch), output, false);
    trainsBefore = true;
    return 1;
  }

  private int addPooling(Pooling op, InPlaceActivation activation, int stagesUsed) {
    Tensor output = newTensor(op.output(), false);
    append(
        new PoolingStep(op, activation, current, output, trainsBefore, scratch),
        output,
        op.kind() == Pooling.Kind.MAX);
    return stagesUsed;
  }

  private int addElementwise(Elementwise op, int index) {
    if (op.activation() instanceof Activation.Identity) {
      return 1;
    }
    InPlaceActivation activation = InPlaceActivation.of(op.activation());
    if (activation == null) {
      Tensor output = newTensor(op.output(), false);
      append(
          new ScalarActivationStep(op.activation(), current, output, trainsBefore), output, false);
    } else if (!outputsNeeded
        && index + 1 < stages.size()
        && stages.get(index + 1).op() instanceof Pooling pooling) {
      return addPooling(pooling, activation, 2);
    } else {
      Tensor output = outputsNeeded ? newTensor(op.output(), false) : current;
      append(new ActivationStep(activation, current, output, trainsBefore), output, true);
    }
    return 1;
  }

  private int addDropout(Dropout op, String layer) {
    Tensor output = newTensor(op.output(), false);
    RandomStream[] streams =
        Stream.generate(() -> Dropout.stream(seed, layer))
            .limit(workers)
            .toArray(RandomStream[]::new);
    append(new DropoutStep(op, current, output, trainsBefore, streams, scratch), output, false);
    return 1;
  }

  private int addDistances(SquaredDistance op) {
    Tensor output = newTensor(op.output(), false);
    DistanceStep step = new DistanceStep(op, current, output, trainsBefore);
    append(step, output, false);
    distances = step;
    return 1;
  }

  private void append(Step step, Tensor output, boolean outputsNeeded) {
    steps.add(step);
    current = output;
    distances = null;
    this.outputsNeeded = outputsNeeded;
  }

  /**
   * Whether the outputs of stage {@code index} are used by a pooling step alone, which reads them
   * for the last time when it writes the derivatives.
   */
  private boolean poolingFollows(int index) {
    int next = index + 1;
    if (next < stages.size()
        && stages.get(next).op() instanceof Elementwise op
        && InPlaceActivation.of(op.activation()) != null) {
      next++;
    }
    return next < stages.size() && stages.get(next).op() instanceof Pooling;
  }

  ParameterVector parameters() {
    return parameters;
  }

  List<Step> steps() {
    return steps;
  }

  /** The gradients that are computed from all images of a batch at once, in order. */
  List<BatchGradient> batchGradients() {
    List<BatchGradient> gradients = new ArrayList<>();
    for (Step step : steps) {
      BatchGradient gradient = step.batchGradient();
      if (gradient != null) {
        gradients.add(gradient);
      }
    }
    return gradients;
  }

  Tensor input() {
    return input;
  }

  Tensor output() {
    return current;
  }

  Objective objective() {
    return objective;
  }

  /** The same network over single images; null where it has ops that have no steps for them. */
  @Nullable SingleImages singleImages() {
    return singleImages;
  }

  /** How much memory the weights take, with the copies that steps make of them. */
  int weightExtent() {
    return weights.extent();
  }

  /** How much memory is taken by what is kept of images until all went through the network. */
  int keptExtent() {
    return kept.extent();
  }

  /** How much memory each worker takes. */
  int scratchExtent() {
    return scratch.extent();
  }
}
