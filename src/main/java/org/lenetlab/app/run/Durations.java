package org.lenetlab.app.run;

/** Spans of time in words. */
final class Durations {
  private Durations() {}

  /** {@code 2:05}, or {@code 1:02:05} with hours. */
  static String clock(long seconds) {
    return seconds < 3600
        ? "%d:%02d".formatted(seconds / 60, seconds % 60)
        : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
