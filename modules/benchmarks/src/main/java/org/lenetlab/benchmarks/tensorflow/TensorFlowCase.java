package org.lenetlab.benchmarks.tensorflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lenetlab.benchmarks.data.TensorFile;
import org.lenetlab.benchmarks.serving.PeerCase;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.op.nn.SoftmaxCrossEntropyWithLogits;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** One network as a graph that trains: images and labels are variables, a step feeds indices. */
final class TensorFlowCase implements PeerCase {
  private final String name;
  private final int count;
  private final int batchSize;
  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);
  private final List<Variable<TFloat32>> variables = new ArrayList<>();
  private final List<Operand<?>> initializers = new ArrayList<>();
  private final List<Operand<?>> updates = new ArrayList<>();
  private final Placeholder<TInt32> index;
  private final Operand<TFloat32> loss;
  private final Operand<TFloat32> logits;
  private final Session session;
  private long[] order;
  private int next;

  TensorFlowCase(Path folder, String name, int threads) throws IOException {
    this.name = name;
    batchSize = PeerCase.batchSize(name);
    TensorFile file = TensorFile.read(folder, name);
    count = file.count();
    order = TensorFile.permutation(count);
    Shape imageShape = Shape.of(count, file.size(), file.size(), file.channels());
    Placeholder<TFloat32> allImages = tf.placeholder(TFloat32.class, Placeholder.shape(imageShape));
    Placeholder<TInt32> allLabels =
        tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(count)));
    Variable<TFloat32> images = tf.variable(imageShape, TFloat32.class);
    Variable<TInt32> labels = tf.variable(Shape.of(count), TInt32.class);
    Operand<?> loadImages = tf.assign(images, allImages);
    Operand<?> loadLabels = tf.assign(labels, allLabels);

    index = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(batchSize)));
    Operand<TInt32> axis = tf.constant(0);
    logits = network(tf.gather(images, index, axis), file.channels(), file.size());
    Operand<TFloat32> wanted =
        tf.oneHot(
            tf.gather(labels, index, axis), tf.constant(10), tf.constant(1f), tf.constant(0f));
    SoftmaxCrossEntropyWithLogits<TFloat32> entropy =
        tf.nn.softmaxCrossEntropyWithLogits(logits, wanted);
    loss = tf.math.mean(entropy.loss(), axis);
    Gradients gradients = tf.gradients(loss, variables);
    addUpdates(gradients);

    ConfigProto config =
        ConfigProto.newBuilder()
            .setIntraOpParallelismThreads(threads)
            .setInterOpParallelismThreads(threads)
            .build();
    session = new Session(graph, config);
    for (Operand<?> initializer : initializers) {
      session.runner().addTarget(initializer).run().close();
    }
    try (TFloat32 x = TFloat32.tensorOf(imageShape, DataBuffers.of(channelsLast(file)));
        TInt32 y = TInt32.tensorOf(Shape.of(count), DataBuffers.of(file.labels()))) {
      session.runner().feed(allImages, x).addTarget(loadImages).run().close();
      session.runner().feed(allLabels, y).addTarget(loadLabels).run().close();
    }
  }

  private static float[] channelsLast(TensorFile file) {
    int plane = file.size() * file.size();
    float[] images = new float[file.images().length];
    int to = 0;
    for (int image = 0; image < file.count(); image++) {
      for (int pixel = 0; pixel < plane; pixel++) {
        for (int channel = 0; channel < file.channels(); channel++) {
          images[to++] = file.images()[(image * file.channels() + channel) * plane + pixel];
        }
      }
    }
    return images;
  }

  private Operand<TFloat32> network(Operand<TFloat32> x, int channels, int size) {
    boolean colour = name.equals("D");
    int first = colour ? 16 : 6;
    int second = colour ? 32 : 16;
    String padding = name.equals("A") ? "SAME" : "VALID";
    int middle = (name.equals("A") ? size : size - 4) / 2;
    int last = (middle - 4) / 2;
    Operand<TFloat32> y = pool(activation(convolution(x, channels, first, padding)));
    y = pool(activation(convolution(y, first, second, "VALID")));
    y = tf.reshape(y, tf.constant(new int[] {batchSize, last * last * second}));
    y = activation(dense(y, last * last * second, 120));
    y = activation(dense(y, 120, 84));
    return dense(y, 84, 10);
  }

  private Operand<TFloat32> convolution(Operand<TFloat32> x, int from, int to, String padding) {
    Variable<TFloat32> weights = variable(Shape.of(5, 5, from, to), 25 * (from + to));
    Operand<TFloat32> y = tf.nn.conv2d(x, weights, List.of(1L, 1L, 1L, 1L), padding);
    return tf.nn.biasAdd(y, variable(Shape.of(to), 0));
  }

  private Operand<TFloat32> dense(Operand<TFloat32> x, int from, int to) {
    Operand<TFloat32> y = tf.linalg.matMul(x, variable(Shape.of(from, to), from + to));
    return tf.nn.biasAdd(y, variable(Shape.of(to), 0));
  }

  /** Xavier's uniform distribution; zeros without fans. */
  private Variable<TFloat32> variable(Shape shape, int fans) {
    Variable<TFloat32> variable = tf.variable(shape, TFloat32.class);
    variables.add(variable);
    float limit = fans == 0 ? 0 : (float) Math.sqrt(6.0 / fans);
    Operand<TFloat32> uniform =
        tf.random.randomUniform(tf.constant(shape.asArray()), TFloat32.class);
    Operand<TFloat32> scaled =
        tf.math.mul(tf.math.sub(uniform, tf.constant(0.5f)), tf.constant(2 * limit));
    initializers.add(tf.assign(variable, scaled));
    return variable;
  }

  private Operand<TFloat32> activation(Operand<TFloat32> x) {
    return switch (name) {
      case "A" -> tf.math.sigmoid(x);
      case "B", "B1" -> tf.math.tanh(x);
      default -> tf.nn.relu(x);
    };
  }

  private Operand<TFloat32> pool(Operand<TFloat32> x) {
    List<Long> two = List.of(1L, 2L, 2L, 1L);
    Operand<TInt32> window = tf.constant(new int[] {1, 2, 2, 1});
    boolean max = name.equals("C") || name.equals("D");
    return max ? tf.nn.maxPool(x, window, window, "VALID") : tf.nn.avgPool(x, two, two, "VALID");
  }

  /** No parameter changes before all gradients are known: some are computed from it. */
  private void addUpdates(Gradients gradients) {
    List<Operand<?>> all = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      all.add(gradients.dy(i));
    }
    Ops last = tf.withControlDependencies(List.copyOf(all));
    Variable<TFloat32> power1 = state(Shape.scalar(), 0.9f);
    Variable<TFloat32> power2 = state(Shape.scalar(), 0.999f);
    for (int i = 0; i < variables.size(); i++) {
      Variable<TFloat32> variable = variables.get(i);
      Operand<TFloat32> gradient = gradients.dy(i);
      Operand<TFloat32> rate = tf.constant(name.equals("A") ? 0.9f : 0.01f);
      updates.add(
          switch (name) {
            case "A", "B1" -> last.train.applyGradientDescent(variable, rate, gradient);
            case "B" ->
                last.train.applyMomentum(
                    variable, state(variable.shape(), 0), rate, gradient, tf.constant(0.9f));
            default ->
                last.train.applyAdam(
                    variable,
                    state(variable.shape(), 0),
                    state(variable.shape(), 0),
                    power1,
                    power2,
                    tf.constant(0.001f),
                    tf.constant(0.9f),
                    tf.constant(0.999f),
                    tf.constant(1e-8f),
                    gradient);
          });
    }
    if (name.equals("C") || name.equals("D")) {
      Ops after = tf.withControlDependencies(List.copyOf(updates));
      updates.add(after.assign(power1, after.math.mul(power1, after.constant(0.9f))));
      updates.add(after.assign(power2, after.math.mul(power2, after.constant(0.999f))));
    }
  }

  private Variable<TFloat32> state(Shape shape, float value) {
    Variable<TFloat32> state = tf.variable(shape, TFloat32.class);
    initializers.add(tf.assign(state, tf.fill(tf.constant(shape.asArray()), tf.constant(value))));
    return state;
  }

  private int[] nextIndices() {
    if (next + batchSize > count) {
      order = TensorFile.permutation(count);
      next = 0;
    }
    int[] indices = new int[batchSize];
    for (int i = 0; i < batchSize; i++) {
      indices[i] = (int) order[next++];
    }
    return indices;
  }

  @Override
  public float step() {
    try (TInt32 indices = TInt32.vectorOf(nextIndices())) {
      Session.Runner runner = session.runner().feed(index, indices).fetch(loss);
      for (Operand<?> update : updates) {
        runner.addTarget(update);
      }
      try (Result result = runner.run()) {
        return ((TFloat32) result.get(0)).getFloat();
      }
    }
  }

  @Override
  public void forward() {
    try (TInt32 indices = TInt32.vectorOf(nextIndices())) {
      session.runner().feed(index, indices).fetch(logits).run().close();
    }
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
