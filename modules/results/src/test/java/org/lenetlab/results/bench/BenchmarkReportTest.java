package org.lenetlab.results.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lenetlab.results.bench.Benchmark.Pace;
import org.lenetlab.results.bench.Benchmark.Peak;
import org.lenetlab.results.store.Environment;
import org.lenetlab.results.table.TableFormat;

final class BenchmarkReportTest {

  @Test
  void sharesBeyondThePeakAreExplained() {
    assertThat(report(1000)).contains("convolutions in tiles").contains("on cpu, 1 thread,");
    assertThat(report(990)).doesNotContain("tiles");
  }

  private static String report(double imagesPerSecond) {
    Environment here = new Environment("host", "cpu", 2, "Linux", "25", "0.1.0", "abc", 1, "");
    Pace pace = new Pace(imagesPerSecond, List.of(), 1_010_000);
    return BenchmarkReport.text(
        new Benchmark(
            "small",
            "MNIST",
            "1@28×28",
            64,
            "simd on cpu",
            here,
            new Peak(1.009e9, 1.009e9),
            pace,
            new Pace(1, List.of(), 1),
            0,
            List.of(),
            null),
        TableFormat.CONSOLE);
  }
}
