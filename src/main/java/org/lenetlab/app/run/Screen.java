package org.lenetlab.app.run;

import java.util.Locale;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.lenetlab.app.cli.Console;

/**
 * Lines of several runs at once, and below them, on a terminal, one bar over the images of all
 * runs. Safe to use from several threads.
 */
final class Screen implements AutoCloseable {
  private static final int BAR_WIDTH = 64;
  private static final int INTERVAL_MILLIS = 100;
  private static final String CLEAR = "\r\u001b[K";

  private final Console console;
  private final Object lock = new Object();
  private final @Nullable ProgressBar bar;
  private volatile double loss = Double.NaN;

  /**
   * @param task what the bar says
   * @param images of all epochs of all runs
   */
  Screen(Console console, String task, long images) {
    this.console = console;
    this.bar = console.terminal() ? bar(task, images) : null;
  }

  private ProgressBar bar(String task, long images) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(images)
        .setUnit(" images", 1)
        .showSpeed()
        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
        .setUpdateIntervalMillis(INTERVAL_MILLIS)
        .setConsumer(new DelegatingProgressBarConsumer(this::showBar, BAR_WIDTH))
        .build();
  }

  private void showBar(String line) {
    show(line + String.format(Locale.ROOT, "  loss %.4f", loss));
  }

  private void show(String line) {
    synchronized (lock) {
      console.out().print(CLEAR + line);
      console.out().flush();
    }
  }

  /** Moves the bar by a step of some run. */
  void step(double stepLoss, int images) {
    if (bar != null) {
      loss = stepLoss;
      bar.stepBy(images);
    }
  }

  /** Takes images that need not be trained off the bar. */
  void skip(long images) {
    if (bar != null) {
      bar.maxHint(bar.getMax() - images);
    }
  }

  /** Prints a line that stays. */
  void println(String line) {
    synchronized (lock) {
      console.println(bar == null ? line : CLEAR + line);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      show("");
    }
  }
}
