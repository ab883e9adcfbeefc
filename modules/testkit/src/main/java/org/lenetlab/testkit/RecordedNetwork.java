package org.lenetlab.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lenetlab.api.backend.Backend;
import org.lenetlab.api.backend.Program;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.ConnectionTable;
import org.lenetlab.api.network.Convolution;
import org.lenetlab.api.network.Dense;
import org.lenetlab.api.network.Elementwise;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Op;
import org.lenetlab.api.network.Pooling;
import org.lenetlab.api.network.Shape;
import org.lenetlab.testkit.Recording.RecordedLayer;

/**
 * Finds the network of a recording. The tensors say the layers with parameters; what lies between
 * them is found by trial: the first arrangement of padding, pooling and activations whose shapes
 * fit and whose outputs are the recorded ones.
 */
final class RecordedNetwork {
  private static final double TOLERANCE = 1e-5;

  private static final List<Activation> ACTIVATIONS =
      List.of(
          new Activation.Sigmoid(),
          new Activation.Relu(),
          new Activation.Tanh(),
          new Activation.ScaledTanh(),
          new Activation.LeakyRelu(0.01f));

  private static final List<Pooling.Kind> POOLINGS =
      List.of(Pooling.Kind.AVERAGE, Pooling.Kind.MAX);

  /** What may follow a convolution: a for an activation, p for 2×2 pooling; the usual first. */
  private static final List<String> SEQUELS = List.of("ap", "p", "apa", "pa", "a", "");

  private final Recording recording;
  private final Batch batch;
  private final List<List<Op>> skeletons = new ArrayList<>();

  private RecordedNetwork(Recording recording) {
    this.recording = recording;
    batch = recording.batch(0);
  }

  /** The network, or nothing if no arrangement gives the recorded outputs. */
  static Optional<Network> find(Recording recording, Backend backend) {
    RecordedNetwork search = new RecordedNetwork(recording);
    search.extend(List.of(), recording.input(), true);
    search.extend(List.of(), recording.input(), false);
    for (List<Op> skeleton : search.skeletons) {
      for (Activation activation : ACTIVATIONS) {
        for (Pooling.Kind pooling : POOLINGS) {
          Network network = NetworkBuilder.of(fill(skeleton, activation, pooling));
          if (search.explains(network, backend)) {
            return Optional.of(network);
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Collects the arrangements that begin with {@code ops}, whose last output has {@code shape},
   * with placeholders for activations and kinds of pooling.
   */
  private void extend(List<Op> ops, Shape shape, boolean activateDense) {
    int layer = (int) ops.stream().filter(op -> !op.parameters().isEmpty()).count();
    if (layer == recording.layers().size()) {
      skeletons.add(ops);
    } else if (recording.layers().get(layer).isConvolution()) {
      extendByConvolution(ops, shape, recording.layers().get(layer), activateDense);
    } else {
      List<Integer> weight = recording.layers().get(layer).shape();
      boolean last = layer == recording.layers().size() - 1;
      if (weight.get(1) == shape.size()) {
        List<Op> longer = new ArrayList<>(ops);
        longer.add(new Dense(shape, weight.getFirst()));
        append(longer, activateDense && !last ? "a" : "");
        extend(longer, longer.getLast().output(), activateDense);
      }
    }
  }

  private void extendByConvolution(
      List<Op> ops, Shape shape, RecordedLayer layer, boolean activateDense) {
    int maps = layer.shape().get(0);
    int kernel = layer.shape().get(2);
    for (int padding = 0; padding <= kernel / 2; padding += Math.max(1, kernel / 2)) {
      int smallest = Math.min(shape.height(), shape.width()) + 2 * padding;
      if (layer.shape().get(1) != shape.channels() || kernel > smallest) {
        continue;
      }
      ConnectionTable full = ConnectionTable.full(shape.channels(), maps);
      for (String sequel : SEQUELS) {
        List<Op> longer = new ArrayList<>(ops);
        longer.add(new Convolution(shape, kernel, 1, padding, full));
        if (append(longer, sequel)) {
          extend(longer, longer.getLast().output(), activateDense);
        }
      }
    }
  }

  /** Whether there was room for the pooling. */
  private static boolean append(List<Op> ops, String sequel) {
    for (int i = 0; i < sequel.length(); i++) {
      Shape shape = ops.getLast().output();
      if (sequel.charAt(i) == 'a') {
        ops.add(new Elementwise(shape, ACTIVATIONS.getFirst()));
      } else if (Math.min(shape.height(), shape.width()) >= 2) {
        ops.add(new Pooling(shape, POOLINGS.getFirst(), 2, 2));
      } else {
        return false;
      }
    }
    return true;
  }

  private static List<Op> fill(List<Op> skeleton, Activation activation, Pooling.Kind pooling) {
    List<Op> ops = new ArrayList<>();
    for (Op op : skeleton) {
      if (op instanceof Elementwise e) {
        ops.add(new Elementwise(e.input(), activation));
      } else if (op instanceof Pooling p) {
        ops.add(new Pooling(p.input(), pooling, p.window(), p.stride()));
      } else {
        ops.add(op);
      }
    }
    return ops;
  }

  private boolean explains(Network network, Backend backend) {
    float[] recorded = recording.firstOutputs();
    Batch first = Batches.slice(batch, 0, 1);
    return network.classes() * batch.size() == recorded.length
        && isClose(outputs(network, backend, first), recorded)
        && isClose(outputs(network, backend, batch), recorded);
  }

  private float[] outputs(Network network, Backend backend, Batch examples) {
    try (Program program = backend.compile(network, Losses.CROSS_ENTROPY, examples.size(), 0)) {
      program.setParameters(recording.parameters("init", network));
      float[] outputs = new float[examples.size() * network.classes()];
      program.forward(examples, outputs);
      return outputs;
    }
  }

  private static boolean isClose(float[] outputs, float[] recorded) {
    double limit = TOLERANCE * Tolerance.largest(recorded);
    for (int i = 0; i < outputs.length; i++) {
      if (!(Math.abs(outputs[i] - recorded[i]) <= limit)) {
        return false;
      }
    }
    return true;
  }
}
