package org.lenetlab.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.ChannelAffine;
import org.lenetlab.api.network.ConnectionTable;
import org.lenetlab.api.network.Convolution;
import org.lenetlab.api.network.Dense;
import org.lenetlab.api.network.Dropout;
import org.lenetlab.api.network.Elementwise;
import org.lenetlab.api.network.Initialization;
import org.lenetlab.api.network.Initializer;
import org.lenetlab.api.network.LayerSpec;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Op;
import org.lenetlab.api.network.Pooling;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.network.SquaredDistance;
import org.lenetlab.api.network.Targets;
import org.lenetlab.api.random.RandomStream;
import org.lenetlab.api.spec.PerLayer;

/**
 * Builds networks op by op, each op a layer of its own, for tests that need no experiment file.
 * Weights start uniform with variance 1/fan-in, so that neither signals nor gradients die out on
 * the way.
 */
public final class NetworkBuilder {

  private record OpLayer(String name, Op op) implements LayerSpec {
    @Override
    public List<Op> lower(Shape input) {
      return List.of(op);
    }
  }

  private final Shape input;
  private final List<LayerSpec> layers = new ArrayList<>();
  private Shape shape;
  private Initializer initializer =
      (random, fanIn, fanOut) -> {
        double bound = Math.sqrt(3.0 / fanIn);
        return (float) random.uniform(-bound, bound);
      };

  private NetworkBuilder(Shape input) {
    this.input = input;
    this.shape = input;
  }

  /** Begins a network for images of this shape. */
  public static NetworkBuilder input(int channels, int height, int width) {
    return new NetworkBuilder(new Shape(channels, height, width));
  }

  /** A network of {@code ops}, each of which takes its predecessor's output. */
  public static Network of(List<Op> ops) {
    NetworkBuilder builder = new NetworkBuilder(ops.getFirst().input());
    ops.forEach(op -> builder.op(shape -> op));
    return builder.build();
  }

  /** Uses another rule for the initial values of all parameters. */
  public NetworkBuilder initializer(Initializer rule) {
    initializer = rule;
    return this;
  }

  /** Appends any op, given the shape of its input. */
  public NetworkBuilder op(Function<Shape, Op> next) {
    Op op = next.apply(shape);
    shape = op.output();
    layers.add(new OpLayer("layer" + (layers.size() + 1), op));
    return this;
  }

  /** Appends a convolution with stride 1, without padding, every map seeing every map. */
  public NetworkBuilder convolution(int maps, int kernel) {
    return convolution(maps, kernel, 1, 0);
  }

  /** Appends a convolution, every map seeing every map. */
  public NetworkBuilder convolution(int maps, int kernel, int stride, int padding) {
    return op(
        s -> new Convolution(s, kernel, stride, padding, ConnectionTable.full(s.channels(), maps)));
  }

  /** Appends a convolution through a table drawn as {@link ConnectionTable#parse} reads it. */
  public NetworkBuilder convolution(String table, int kernel, int stride, int padding) {
    int maps = table.lines().findFirst().orElseThrow().length();
    return op(
        s ->
            new Convolution(
                s, kernel, stride, padding, ConnectionTable.parse(table, s.channels(), maps)));
  }

  /** Appends pooling over windows that may overlap. */
  public NetworkBuilder pooling(Pooling.Kind kind, int window, int stride) {
    return op(s -> new Pooling(s, kind, window, stride));
  }

  /** Appends a coefficient and a bias per output channel. */
  public NetworkBuilder affine(int window, Integer... sources) {
    return op(s -> new ChannelAffine(s, List.of(sources), window));
  }

  /** Appends a dense layer. */
  public NetworkBuilder dense(int units) {
    return op(s -> new Dense(s, units));
  }

  /** Appends an activation. */
  public NetworkBuilder activation(Activation activation) {
    return op(s -> new Elementwise(s, activation));
  }

  /** Appends dropout. */
  public NetworkBuilder dropout(double rate) {
    return op(s -> new Dropout(s, rate));
  }

  /** Appends the distances to one random target of ±1 per class. */
  public NetworkBuilder distances(int classes) {
    RandomStream random = new RandomStream(classes, "targets");
    List<float[]> targets = new ArrayList<>();
    for (int i = 0; i < classes; i++) {
      float[] target = new float[shape.size()];
      for (int j = 0; j < target.length; j++) {
        target[j] = random.nextInt(2) == 0 ? -1 : 1;
      }
      targets.add(target);
    }
    return op(s -> new SquaredDistance(s, new Targets(targets)));
  }

  /** The shape of what the last op puts out. */
  public Shape shape() {
    return shape;
  }

  /** The network; each value that the last op puts out is a class. */
  public Network build() {
    PerLayer<Initialization> initialization =
        PerLayer.all(new Initialization(initializer, null, null));
    return Network.plan((in, classes) -> layers, initialization, input, shape.size());
  }
}
