package org.lenetlab.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lenetlab.api.experiment.EpochMetrics;
import org.lenetlab.api.experiment.Measure;
import org.lenetlab.results.store.Environment;
import org.lenetlab.results.store.Identity;
import org.lenetlab.results.store.Identity.Inputs;
import org.lenetlab.results.store.Identity.Platform;
import org.lenetlab.results.store.RunRecord;
import org.lenetlab.results.store.RunRecord.Outcome;
import org.lenetlab.results.store.RunRecord.Subject;

final class CurveLineTest {
  @Test
  void lineSaysWhichEpochsTheTableIsOf() {
    assertThat(CurveLine.of(List.of(run(5, 3))).orElseThrow())
        .contains("train loss 1.0000 ", " 0.2000   ")
        .endsWith("   the table is of epoch 3, which early stopping chose");
    assertThat(CurveLine.of(List.of(run(5, 3), run(4, 2))).orElseThrow())
        .endsWith("   the table is of epochs 2–3, which early stopping chose");
    assertThat(CurveLine.of(List.of(run(5, 5))).orElseThrow()).doesNotContain("table");
  }

  private static RunRecord run(int epochs, int chosen) {
    List<EpochMetrics> metrics =
        IntStream.rangeClosed(1, epochs)
            .mapToObj(
                epoch -> {
                  Measure measure = new Measure(1.0 / epoch, 10 * epoch, 100);
                  return new EpochMetrics(epoch, measure, measure, measure, 0.1, null, 50, 10);
                })
            .toList();
    return RunRecord.begun(
            "demo",
            Identity.of(
                "{}", 1, new Platform("cpu", "simd", 1, null), new Inputs("d", null, Map.of())),
            Map.of(),
            new Subject("MNIST", 100, 0, 100, 18, 18, 30, null, null),
            new Environment("host", "cpu", 2, "Linux", "25", "0.1.0", "abc", 2, ""),
            "2026-01-01T00:00:00Z")
        .finished(new Outcome("2026-01-01T01:00:00Z", metrics, chosen, "ff"));
  }
}
