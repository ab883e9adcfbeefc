package org.lenetlab.app.run;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.experiment.Metric;
import org.lenetlab.api.experiment.RunEvent;
import org.lenetlab.api.experiment.RunListener;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.config.Trials;
import org.lenetlab.results.store.RunRecord;
import org.lenetlab.results.store.RunRecord.Outcome;

/**
 * One line about all runs of a sweep: on a terminal it is kept up to date, elsewhere it is printed
 * anew now and then. On request also a line for every run that is over.
 */
final class SweepProgress implements Progress {
  private static final String CLEAR = "\r\u001b[K";
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final long NANOS_BETWEEN_LINES = 10 * NANOS_PER_SECOND;

  private final Console console;
  private final boolean lines;
  private final int all;
  private final Metric metric;
  private final long startNanos = System.nanoTime();
  private long printedNanos = startNanos - NANOS_BETWEEN_LINES;
  private int running;
  private int done;
  private int failed;
  private @Nullable Best best;

  private record Best(String run, double value) {}

  /**
   * @param runs that are to be trained
   * @param lines whether to tell of every run
   */
  SweepProgress(Console console, List<Run> runs, boolean lines) {
    this.console = console;
    this.lines = lines;
    this.all = runs.size();
    boolean validated = runs.stream().allMatch(run -> run.study().data().validation() > 0);
    this.metric = validated ? Metric.VALIDATION_ACCURACY : Metric.TEST_ACCURACY;
  }

  @Override
  public synchronized RunListener begin(Run run) {
    running++;
    show();
    return (RunEvent _) -> {};
  }

  @Override
  public synchronized void tell(Run run, String words) {
    println(name(run) + " " + words);
  }

  @Override
  public synchronized void end(Run run, RunRecord record) {
    running = Math.max(0, running - 1);
    Outcome outcome = record.outcome();
    if (record.failure() != null) {
      failed++;
    } else {
      done++;
    }
    if (outcome != null) {
      double value = metric.of(outcome.chosen());
      if (best == null || value > best.value) {
        best = new Best(name(run), value);
      }
      if (lines) {
        println(
            String.format(
                Locale.ROOT,
                "%s: %s %.2f %%, %.1f s",
                name(run),
                words(metric),
                value,
                outcome.wallMillis() / 1000.0));
      }
    }
    show();
  }

  private static String name(Run run) {
    return Trials.name(run.study().file().axes()) + ", seed " + run.seed();
  }

  private static String words(Metric metric) {
    return metric.toString().replace('-', ' ');
  }

  private void println(String line) {
    console.println(console.terminal() ? CLEAR + line : line);
  }

  private void show() {
    if (console.terminal()) {
      console.out().print(CLEAR + status());
      console.out().flush();
      return;
    }
    long now = System.nanoTime();
    if (done + failed > 0 && (now - printedNanos >= NANOS_BETWEEN_LINES || done + failed == all)) {
      printedNanos = now;
      console.println(status());
    }
  }

  private String status() {
    StringBuilder line = new StringBuilder();
    line.append(done + failed).append('/').append(all).append(" runs done");
    line.append(running > 0 ? ", " + running + " running" : "");
    line.append(failed > 0 ? ", " + failed + " failed" : "");
    if (best != null) {
      line.append(
          String.format(
              Locale.ROOT, ", best %s %.2f %% (%s)", words(metric), best.value, best.run));
    }
    int over = done + failed;
    if (over > 0 && over < all) {
      double seconds = (double) (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
      line.append(", ").append(Durations.clock(Math.round(seconds / over * (all - over))));
      line.append(" left");
    }
    return line.toString();
  }

  @Override
  public synchronized void close() {
    if (console.terminal()) {
      console.out().print(CLEAR);
      console.out().flush();
    }
  }
}
