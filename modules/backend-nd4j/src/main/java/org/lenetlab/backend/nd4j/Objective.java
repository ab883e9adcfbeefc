package org.lenetlab.backend.nd4j;

import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.backend.Scores;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.network.Network;

/** What training minimises, and the class that outputs stand for. */
final class Objective {
  private final LossFunction function;
  private final double scale;
  private final boolean smallestWins;
  private final double[] outputs;
  private final double[] derivatives;

  Objective(Network network, Loss loss) {
    function = LossFunction.of(loss, network.classes());
    scale = loss.scale().value();
    smallestWins = network.outputsDistances();
    outputs = new double[network.classes()];
    derivatives = new double[network.classes()];
  }

  /**
   * Adds the examples of a batch to {@code scores}.
   *
   * @param values the outputs [example][class]; afterwards the gradient of the mean loss by them
   * @return {@code values}
   */
  float[] score(Batch batch, float[] values, Scores scores) {
    double share = scale / batch.size();
    for (int e = 0; e < batch.size(); e++) {
      int from = e * outputs.length;
      for (int i = 0; i < outputs.length; i++) {
        outputs[i] = values[from + i];
      }
      int label = batch.labels()[e];
      scores.add(scale * function.at(outputs, label, derivatives), label, predicted());
      for (int i = 0; i < outputs.length; i++) {
        values[from + i] = (float) (share * derivatives[i]);
      }
    }
    return values;
  }

  private int predicted() {
    int best = 0;
    for (int i = 1; i < outputs.length; i++) {
      if (smallestWins ? outputs[i] < outputs[best] : outputs[i] > outputs[best]) {
        best = i;
      }
    }
    return best;
  }
}
