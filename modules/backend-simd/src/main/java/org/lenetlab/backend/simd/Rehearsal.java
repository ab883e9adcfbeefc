package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.BLOCK;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.network.ChannelAffine;
import org.lenetlab.api.network.ConnectionTable;
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
import org.lenetlab.api.network.Targets;
import org.lenetlab.api.random.RandomStream;
import org.lenetlab.api.spec.Fraction;

/**
 * Runs the kernels that a network needs on tiny tensors until the JVM has compiled them. Until then
 * a kernel is some hundred times slower, so the first steps of a training would take seconds; and
 * in the long loops of real data the JVM would compile it from the middle of a loop, which takes
 * many times longer than from its beginning.
 */
final class Rehearsal {
  private static final int ROUNDS = 80;

  private final Arena weights = new Arena();
  private final Arena scratch = new Arena();
  private final Arena kept = new Arena();
  private final List<Step> steps = new ArrayList<>();

  private Rehearsal() {}

  /**
   * Rehearses what most networks need: convolutions over one map or with more than four, dense
   * layers, convolutions in tiles, and cross-entropy.
   */
  static void ofMost() {
    Rehearsal rehearsal = new Rehearsal();
    for (int maps : new int[] {4, 6}) {
      rehearsal.addConvolution(maps);
      rehearsal.addDense(maps);
    }
    rehearsal.addTiled();
    rehearsal.addWinograd(4);
    rehearsal.run(new Loss.CrossEntropy(Fraction.ONE));
  }

  /** Rehearses what the training of {@code network} does. */
  static void of(Network network, Loss loss) {
    Rehearsal rehearsal = new Rehearsal();
    Set<Integer> convolutionTiles = new TreeSet<>();
    Set<Integer> denseTiles = new TreeSet<>();
    Set<Op> others = new LinkedHashSet<>();
    boolean tiled = false;
    boolean winograd = false;
    for (Stage stage : network.stages()) {
      switch (stage.op()) {
        case Convolution op when DenseStep.canCompute(op) -> addTiles(op.maps(), denseTiles);
        case Convolution op -> {
          if (TiledConvolution.suits(op)) {
            tiled = true;
          } else {
            Correlations.groupsByOutput(op.connections())
                .forEach(group -> addTiles(group.maps(), convolutionTiles));
          }
          Correlations.groupsByInput(op.connections())
              .forEach(group -> addTiles(group.linked().length, convolutionTiles));
          winograd |= WinogradStep.suits(op);
        }
        case Dense op -> addTiles(op.units(), denseTiles);
        case Pooling op -> others.add(new Pooling(new Shape(1, 4, 4), op.kind(), 2, 2));
        case Elementwise op -> others.add(new Elementwise(Shape.vector(2), op.activation()));
        case ChannelAffine op -> others.add(new ChannelAffine(Shape.vector(1), List.of(0), 1));
        case SquaredDistance op -> others.add(distances());
        case Dropout op -> others.add(new Dropout(Shape.vector(2), 0));
      }
    }
    convolutionTiles.forEach(rehearsal::addConvolution);
    if (tiled) {
      rehearsal.addTiled();
    }
    if (winograd) {
      rehearsal.addWinograd(convolutionTiles.iterator().next());
    }
    denseTiles.forEach(rehearsal::addDense);
    others.forEach(rehearsal::addOther);
    rehearsal.run(loss);
  }

  private static void addTiles(int maps, Set<Integer> sizes) {
    Correlations.tiles(0, maps).forEach(tile -> sizes.add(tile.maps()));
  }

  private static SquaredDistance distances() {
    return new SquaredDistance(
        Shape.vector(2), new Targets(List.of(new float[] {1, 0}, new float[] {0, 1})));
  }

  private Tensor tensor(Shape shape) {
    int length = shape.size() * BLOCK;
    return new Tensor(shape, scratch.reserve(length), scratch.reserve(length));
  }

  private ParameterVector.Place place(int matrix, int columns, int bias) {
    return new ParameterVector.Place(matrix, columns, bias, weights.size());
  }

  private void addConvolution(int maps) {
    Convolution op =
        new Convolution(new Shape(maps, 2, 2), 1, 1, 0, ConnectionTable.full(maps, maps));
    int columns = Lanes.padded(maps);
    var place = place(weights.reserve(maps * columns), columns, weights.reserve(maps));
    steps.add(
        new ConvolutionStep(
            op, tensor(op.input()), tensor(op.output()), place, true, weights, scratch));
  }

  /** A first convolution over grey images. */
  private void addTiled() {
    Convolution op = new Convolution(new Shape(1, 5, 10), 5, 1, 0, ConnectionTable.full(1, 3));
    int columns = Lanes.padded(op.maps());
    var place =
        place(weights.reserve(op.kernelArea() * columns), columns, weights.reserve(op.maps()));
    steps.add(
        new ConvolutionStep(
            op, tensor(op.input()), tensor(op.output()), place, false, weights, scratch));
  }

  /**
   * @param maps tiles of the network, so that no other kernels are used
   */
  private void addWinograd(int maps) {
    Convolution op =
        new Convolution(new Shape(maps, 5, 8), 5, 1, 0, ConnectionTable.full(maps, maps));
    int columns = Lanes.padded(maps);
    var place =
        place(weights.reserve(maps * op.kernelArea() * columns), columns, weights.reserve(maps));
    steps.add(
        new WinogradStep(
            op, tensor(op.input()), tensor(op.output()), place, true, weights, scratch));
  }

  private void addDense(int units) {
    // Five inputs: a tile of four and one left over.
    int inputs = 5;
    var place = place(weights.reserve(inputs * BLOCK), BLOCK, weights.reserve(units));
    steps.add(
        new DenseStep(
            tensor(Shape.vector(inputs)),
            tensor(Shape.vector(units)),
            place,
            true,
            scratch,
            BLOCK,
            kept));
  }

  private void addOther(Op op) {
    Tensor input = tensor(op.input());
    Tensor output = tensor(op.output());
    switch (op) {
      case Pooling p ->
          steps.add(
              new PoolingStep(p, new InPlaceActivation.Unchanged(), input, output, true, scratch));
      case Elementwise e -> {
        InPlaceActivation activation = InPlaceActivation.of(e.activation());
        if (activation != null) {
          steps.add(new ActivationStep(activation, input, output, true));
        }
      }
      case ChannelAffine a -> {
        var place = place(weights.reserve(1), 1, weights.reserve(1));
        steps.add(new AffineStep(a, input, output, place, true, scratch));
      }
      case SquaredDistance d -> steps.add(new DistanceStep(d, input, output, true));
      case Dropout d ->
          steps.add(
              new DropoutStep(
                  d, input, output, true, new RandomStream[] {Dropout.stream(0, "")}, scratch));
      case Convolution c -> throw new IllegalArgumentException("has a method of its own: " + c);
      case Dense d -> throw new IllegalArgumentException("has a method of its own: " + d);
    }
  }

  private void run(Loss loss) {
    // Of two that ask for the same kernel the JVM would let only one wait until it is compiled.
    synchronized (Rehearsal.class) {
      perform(loss);
    }
  }

  private void perform(Loss loss) {
    Tensor outputs = tensor(Shape.vector(2));
    Objective objective = new Objective(loss, outputs, null, BLOCK, scratch);
    int sums = weights.extent();
    int keptPart = sums + weights.extent();
    int workers = keptPart + kept.extent();
    float[] memory = new float[workers + scratch.extent()];
    Block block = new Block(memory, 0, workers, keptPart, new WeightAreas(0, 0));
    block.sumInto(sums);
    Batch batch = new Batch(BLOCK, 1);
    batch.begin(BLOCK, 0);
    block.begin(batch, 0, true);
    for (int round = 0; round < ROUNDS; round++) {
      for (Step step : steps) {
        step.pack(memory, 0, Derivative.GRADIENT);
        step.forward(block);
        step.backward(block, Derivative.GRADIENT);
      }
      objective.evaluate(block);
    }
  }
}
