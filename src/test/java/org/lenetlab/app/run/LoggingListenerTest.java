package org.lenetlab.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lenetlab.api.experiment.DivergedException;
import org.lenetlab.api.experiment.EpochMetrics;
import org.lenetlab.api.experiment.Measure;
import org.lenetlab.api.experiment.RunEvent.RunFailed;
import org.lenetlab.app.cli.MachineException;
import org.lenetlab.plugin.RunLogs.RunLog;

final class LoggingListenerTest {
  private final List<String> entries = new ArrayList<>();
  private final List<String> told = new ArrayList<>();

  private static EpochMetrics epoch(int number) {
    return new EpochMetrics(number, new Measure(1, 1, 2), null, null, 0.1, null, 1, 1);
  }

  private RunLog log(String name, int brokenFrom) {
    return new RunLog() {
      @Override
      public void add(EpochMetrics epoch) throws IOException {
        if (epoch.epoch() >= brokenFrom) {
          throw new IOException("no room");
        }
        entries.add(name + epoch.epoch());
      }

      @Override
      public void end(boolean failed) {
        entries.add(name + (failed ? " failed" : " ended"));
      }

      @Override
      public void close() {
        entries.add(name + " closed");
      }
    };
  }

  @Test
  void everyEpochIsLoggedOnceEvenAfterAnInterruption() {
    try (LoggingListener listener = new LoggingListener(List.of(log("a", 9)), told::add)) {
      listener.add(List.of(epoch(1), epoch(2)));
      listener.add(List.of(epoch(1), epoch(2), epoch(3)));
      listener.end(false);
    }
    assertThat(entries).containsExactly("a1", "a2", "a3", "a ended", "a closed");
    assertThat(told).isEmpty();
  }

  @Test
  void logThatBreaksOffIsToldOnceAndLeft() {
    try (LoggingListener listener =
        new LoggingListener(List.of(log("a", 2), log("b", 9)), told::add)) {
      listener.add(List.of(epoch(1), epoch(2), epoch(3)));
    }
    assertThat(entries).containsExactly("a1", "b1", "b2", "b3", "b closed");
    assertThat(told).containsExactly("is no longer logged: no room");
  }

  @Test
  void onlyARunThatEndedItselfEndsItsLog() {
    try (LoggingListener listener = new LoggingListener(List.of(log("a", 9)), told::add)) {
      listener.on(new RunFailed(new InterruptedException()));
      listener.on(new RunFailed(new MachineException("no room")));
      assertThat(entries).isEmpty();
      listener.on(new RunFailed(new DivergedException(Double.NaN, 1, 1, 0.1)));
      assertThat(entries).containsExactly("a failed");
    }
  }
}
