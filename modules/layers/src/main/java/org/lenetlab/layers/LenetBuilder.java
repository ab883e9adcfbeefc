package org.lenetlab.layers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.LayerSpec;
import org.lenetlab.api.spec.PerLayer;
import org.lenetlab.api.spec.Problem;
import org.lenetlab.api.spec.SpecException;

/**
 * Puts together the layers of a template, each with the activation that the file gives its name.
 */
final class LenetBuilder {
  static final String OUTPUT = "output";

  private final PerLayer<Activation> activation;
  private final Set<String> activated = new LinkedHashSet<>();
  private final List<LayerSpec> layers = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  LenetBuilder(PerLayer<Activation> activation) {
    this.activation = activation;
  }

  LenetBuilder conv(String name, int maps, int kernel, int padding) {
    return add(new ConvLayer(name, maps, kernel, 1, padding, Connections.FULL, activationOf(name)));
  }

  /**
   * A convolution through a table.
   *
   * @throws SpecException if the table does not have {@code inputs} and {@code maps} maps
   */
  LenetBuilder conv(String name, int inputs, int maps, int kernel, Connections connections) {
    try {
      connections.table(inputs, maps);
    } catch (SpecException e) {
      throw e.under(name.toLowerCase(Locale.ROOT) + "-connections");
    }
    return add(new ConvLayer(name, maps, kernel, 1, 0, connections, activationOf(name)));
  }

  LenetBuilder pool(String name, PoolingChoice pooling) {
    boolean squashed = pooling == PoolingChoice.SUBSAMPLE;
    return add(pooling.layer(name, squashed ? activationOf(name) : null));
  }

  LenetBuilder subsample(String name, List<Integer> sources) {
    return add(new SubsampleLayer(name, 2, sources, activationOf(name)));
  }

  LenetBuilder dense(String name, int units) {
    return add(new DenseLayer(name, units, activationOf(name)));
  }

  /** A dense output layer without activation. */
  LenetBuilder logits(int classes) {
    return add(new DenseLayer(OUTPUT, classes, null));
  }

  /**
   * The output layer behind {@code units} units.
   *
   * @throws SpecException if the targets of an RBF head are of another length
   */
  LenetBuilder head(Head head, Bitmaps targets, int units, int classes) {
    if (head == Head.SOFTMAX) {
      return logits(classes);
    }
    int length = targets.targets().length();
    SpecException.require(
        units == length,
        "head",
        "an rbf head with targets of "
            + length
            + " values needs as many units in the layer before,"
            + " not "
            + units);
    return add(new RbfLayer(OUTPUT, targets));
  }

  private LenetBuilder add(LayerSpec layer) {
    layers.add(layer);
    return this;
  }

  private Activation activationOf(String layer) {
    activated.add(layer);
    Activation own = activation.get(layer);
    if (own == null) {
      problems.add(
          new Problem(
              "activation", "no activation for layer " + layer + "; name one, or a default"));
      return new Activation.Identity();
    }
    return own;
  }

  /**
   * The layers.
   *
   * @throws SpecException with all layers that lack an activation, and all that the file gives one
   *     to without having it
   */
  List<LayerSpec> build() {
    for (String layer : activation.byLayer().keySet()) {
      if (!activated.contains(layer)) {
        problems.add(
            new Problem(
                "activation/" + layer,
                "there is no layer "
                    + layer
                    + " with an activation; there are "
                    + String.join(", ", activated)));
      }
    }
    if (!problems.isEmpty()) {
      throw new SpecException(problems);
    }
    return List.copyOf(layers);
  }
}
