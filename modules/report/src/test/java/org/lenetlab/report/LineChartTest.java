package org.lenetlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LineChartTest {
  /** With all its digits beside the axis the chart library seeks places for ticks without end. */
  @Test
  void lossOfATrainingThatDivergedIsDrawn() {
    Curve curve =
        Curve.of(
            "training",
            List.of(new double[] {1, 2.3, 2.3, 2.3}, new double[] {2, 4.7e23, 4.7e23, 4.7e23}));
    assertThat(new LineChart("epoch", "loss").counting(1, 2).add(curve).drawing().svg())
        .contains("<svg");
  }
}
