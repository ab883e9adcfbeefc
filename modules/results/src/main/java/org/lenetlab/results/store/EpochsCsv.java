package org.lenetlab.results.store;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.lenetlab.api.experiment.EpochMetrics;
import org.lenetlab.api.experiment.Metric;

/** The figures of all epochs as a table for spreadsheets and scripts; doubles in full precision. */
final class EpochsCsv {
  private EpochsCsv() {}

  static String of(List<EpochMetrics> epochs) {
    String header =
        "epoch,learning-rate,"
            + Arrays.stream(Metric.values()).map(Metric::toString).collect(Collectors.joining(","))
            + ",training-millis,evaluation-millis\n";
    return epochs.stream().map(EpochsCsv::line).collect(Collectors.joining("", header, ""));
  }

  private static String line(EpochMetrics epoch) {
    String figures =
        Arrays.stream(Metric.values())
            .map(metric -> cell(metric.of(epoch)))
            .collect(Collectors.joining(","));
    return epoch.epoch()
        + ","
        + epoch.learningRate()
        + ","
        + figures
        + ","
        + epoch.trainingMillis()
        + ","
        + epoch.evaluationMillis()
        + "\n";
  }

  private static String cell(double figure) {
    return Double.isNaN(figure) ? "" : Double.toString(figure);
  }
}
