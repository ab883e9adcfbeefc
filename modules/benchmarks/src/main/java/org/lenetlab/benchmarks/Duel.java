package org.lenetlab.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.descriptive.Median;

/**
 * All contestants on all columns. They take turns, so that whatever disturbs the machine disturbs
 * all of them.
 */
final class Duel {
  private final List<Contestant> contestants;
  private final int rounds;
  private final PrintStream progress;
  private final Map<String, String> missing = new LinkedHashMap<>();
  private final Map<String, Map<Column, List<Double>>> rates = new LinkedHashMap<>();

  Duel(List<? extends Contestant> contestants, int rounds, PrintStream progress) {
    this.contestants = List.copyOf(contestants);
    this.rounds = rounds;
    this.progress = progress;
  }

  void run() {
    for (Column column : Column.values()) {
      progress.println(column.title());
      contestants.forEach(contestant -> attempt(contestant, () -> contestant.warmUp(column)));
      for (int round = 0; round < rounds; round++) {
        contestants.forEach(contestant -> attempt(contestant, () -> measure(contestant, column)));
      }
    }
  }

  private interface Attempt {
    void run() throws IOException;
  }

  /** One that fails is left out from then on. */
  private void attempt(Contestant contestant, Attempt attempt) {
    if (!missing.containsKey(contestant.name())) {
      try {
        attempt.run();
      } catch (IOException e) {
        missing.put(contestant.name(), String.valueOf(e.getMessage()));
        progress.println("  without " + contestant.name() + ": " + e.getMessage());
      }
    }
  }

  private void measure(Contestant contestant, Column column) throws IOException {
    double rate = contestant.measure(column);
    rates
        .computeIfAbsent(contestant.name(), name -> new EnumMap<>(Column.class))
        .computeIfAbsent(column, c -> new ArrayList<>())
        .add(rate);
    progress.printf("  %-18s %,10.0f images/s%n", contestant.name(), rate);
  }

  /** Images per second, of each contestant, column by column, round by round. */
  Map<String, Map<Column, List<Double>>> rates() {
    return Collections.unmodifiableMap(rates);
  }

  /** Who is missing, and why. */
  Map<String, String> missing() {
    return Collections.unmodifiableMap(missing);
  }

  /** The median rate; not a number where there is none. */
  double median(String contestant, Column column) {
    return Median.withDefaults()
        .evaluate(
            rates.getOrDefault(contestant, Map.of()).getOrDefault(column, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray());
  }
}
