package org.lenetlab.logs;

import java.util.SequencedMap;
import java.util.TreeMap;
import org.lenetlab.api.experiment.EpochMetrics;
import org.lenetlab.api.experiment.Metric;

/** The figures of an epoch under the names that other programs show. */
final class Figures {
  private Figures() {}

  /** Such as {@code test/accuracy}, which TensorBoard shows among those of {@code test}. */
  static SequencedMap<String, Double> of(EpochMetrics epoch) {
    SequencedMap<String, Double> figures = new TreeMap<>();
    for (Metric metric : Metric.values()) {
      double figure = metric.of(epoch);
      if (!Double.isNaN(figure)) {
        figures.put(metric.toString().replaceFirst("-", "/"), figure);
      }
    }
    figures.put("learning-rate", epoch.learningRate());
    figures.put("training/seconds", epoch.trainingMillis() / 1000.0);
    return figures;
  }
}
