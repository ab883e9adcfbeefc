package org.lenetlab.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lenetlab.api.backend.Backend;
import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.backend.Program;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.Elementwise;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Op;
import org.lenetlab.api.network.Pooling;
import org.lenetlab.api.network.Stage;
import org.lenetlab.api.random.RandomStream;
import org.lenetlab.api.spec.Fraction;

/**
 * Draws batches that stay clear of the points where a network is not smooth: a rectifier's input
 * near 0, a pooling window whose largest values are nearly equal, outputs that nearly tie for the
 * class. There a rounding error flips a whole gradient entry, or a finite difference straddles the
 * kink, and a comparison says nothing. Exact ties are no danger: every backend must resolve them
 * alike.
 *
 * <p>The values at those points are the outputs of the network's beginnings, compiled as networks
 * of their own with the same parameters, in evaluation mode.
 */
final class Kinks implements AutoCloseable {

  /** Says whether values are too close to a kink. */
  private interface Hazard {
    boolean isNear(float[] values);
  }

  /** A beginning of the network, and what its outputs must stay clear of. */
  private record Probe(Program program, float[] outputs, Hazard hazard) {

    boolean isNear(Batch example) {
      program.forward(example, outputs);
      return hazard.isNear(outputs);
    }
  }

  private final Network network;
  private final double margin;
  private final List<Probe> probes = new ArrayList<>();

  /**
   * @param backend what computes the values
   * @param margin how far from a kink they must be, relative to the largest beside them
   */
  Kinks(Backend backend, Network network, float[] parameters, double margin) {
    this.network = network;
    this.margin = margin;
    List<Op> ops = network.stages().stream().map(Stage::op).toList();
    for (int k = 1; k < ops.size(); k++) {
      if (ops.get(k) instanceof Elementwise e && isRectifier(e.activation())) {
        probes.add(probe(backend, ops.subList(0, k), parameters, this::nearZero));
      } else if (ops.get(k) instanceof Pooling p && p.kind() == Pooling.Kind.MAX) {
        probes.add(probe(backend, ops.subList(0, k), parameters, x -> nearTie(p, x)));
      }
    }
    probes.add(probe(backend, ops, parameters, y -> nearTie(y, network.outputsDistances())));
  }

  private static boolean isRectifier(Activation activation) {
    return activation instanceof Activation.Relu || activation instanceof Activation.LeakyRelu;
  }

  private static Probe probe(Backend backend, List<Op> ops, float[] parameters, Hazard hazard) {
    Network beginning = NetworkBuilder.of(ops);
    Program program = backend.compile(beginning, new Loss.CrossEntropy(Fraction.ONE), 1, 0);
    program.setParameters(Arrays.copyOf(parameters, beginning.parameterCount()));
    return new Probe(program, new float[beginning.classes()], hazard);
  }

  /** A random batch each of whose examples is clear of every kink. */
  Batch clearBatch(int size, long seed) {
    Batch batch = new Batch(size, network.input().size());
    batch.begin(size, Batches.EPOCH);
    RandomStream random = new RandomStream(seed, "batch");
    for (int e = 0; e < size; e++) {
      int attempts = 0;
      do {
        if (attempts++ == 1000) {
          throw new IllegalStateException("no example is clear of the kinks of " + network);
        }
        Batches.drawExample(network, batch, e, random);
      } while (isNear(Batches.slice(batch, e, e + 1)));
    }
    return batch;
  }

  @Override
  public void close() {
    probes.forEach(probe -> probe.program.close());
  }

  private boolean isNear(Batch example) {
    return probes.stream().anyMatch(probe -> probe.isNear(example));
  }

  private boolean nearZero(float[] x) {
    double limit = margin * largest(x);
    for (float value : x) {
      if (value != 0 && Math.abs(value) < limit) {
        return true;
      }
    }
    return false;
  }

  private boolean nearTie(Pooling op, float[] x) {
    double limit = margin * largest(x);
    int width = op.input().width();
    for (int output = 0; output < op.output().size(); output++) {
      int channel = output / op.output().plane();
      int row = output % op.output().plane() / op.output().width() * op.stride();
      int column = output % op.output().width() * op.stride();
      float[] window = new float[op.window() * op.window()];
      for (int i = 0; i < window.length; i++) {
        int place = (row + i / op.window()) * width + column + i % op.window();
        window[i] = x[channel * op.input().plane() + place];
      }
      if (tie(window, limit)) {
        return true;
      }
    }
    return false;
  }

  private boolean nearTie(float[] outputs, boolean smallestWins) {
    float[] values = outputs.clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = smallestWins ? -outputs[i] : outputs[i];
    }
    return tie(values, margin * largest(values));
  }

  private static boolean tie(float[] values, double limit) {
    Arrays.sort(values);
    float first = values[values.length - 1];
    for (int i = values.length - 2; i >= 0 && first - values[i] < limit; i--) {
      if (values[i] != first) {
        return true;
      }
    }
    return false;
  }

  private static double largest(float[] values) {
    double largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
