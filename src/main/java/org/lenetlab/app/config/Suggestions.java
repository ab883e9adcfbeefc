package org.lenetlab.app.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Guesses what was meant. */
final class Suggestions {
  private Suggestions() {}

  /** {@code did you mean 'x'?}, or nothing where no candidate is near. */
  static String didYouMean(String given, Collection<String> candidates) {
    return nearest(given, candidates).map(name -> "did you mean '" + name + "'?").orElse("");
  }

  /** The candidate nearest to {@code given}, if it is near enough to be a slip. */
  static Optional<String> nearest(String given, Collection<String> candidates) {
    String lower = spelled(given);
    int tolerance = Math.max(1, lower.length() / 3);
    LevenshteinDistance distance = new LevenshteinDistance(tolerance);
    return candidates.stream()
        .filter(candidate -> distance.apply(lower, spelled(candidate)) >= 0)
        .min(Comparator.comparingInt(candidate -> distance.apply(lower, spelled(candidate))));
  }

  private static String spelled(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
