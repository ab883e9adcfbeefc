package org.lenetlab.layers;

import java.util.List;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.ArchitectureSpec;
import org.lenetlab.api.network.LayerSpec;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.spec.Default;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.PerLayer;

/**
 * {@code mlp}: a multi-layer perceptron of dense layers F1, F2, … and the output. Without hidden
 * layers it is the linear classifier.
 */
@Doc("dense layers only; without hidden units, the linear classifier")
record Mlp(
    @Doc("units of each hidden layer; [] for none") List<Integer> units,
    @Doc("of all hidden layers, or of each: F1, F2, …") @Default("relu")
        PerLayer<Activation> activation)
    implements ArchitectureSpec {

  Mlp {
    units = List.copyOf(units);
  }

  @Override
  public List<LayerSpec> layers(Shape input, int classes) {
    LenetBuilder layers = new LenetBuilder(activation);
    for (int i = 0; i < units.size(); i++) {
      layers.dense("F" + (i + 1), units.get(i));
    }
    return layers.logits(classes).build();
  }
}
