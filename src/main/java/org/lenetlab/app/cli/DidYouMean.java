package org.lenetlab.app.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** Finds what was probably meant by a word that nobody knows. */
public final class DidYouMean {
  private DidYouMean() {}

  /**
   * The known word nearest to {@code typed}, if it is near enough to be a slip of the keyboard;
   * else the first that ends with it, as {@code test-accuracy} with {@code accuracy}.
   */
  public static Optional<String> nearest(String typed, Collection<String> known) {
    return misspelt(typed, known)
        .or(() -> known.stream().filter(word -> word.endsWith("-" + typed)).findFirst());
  }

  private static Optional<String> misspelt(String typed, Collection<String> known) {
    int farthest = Math.max(1, Math.min(3, typed.length() / 2));
    DamerauLevenshteinDistance distance = new DamerauLevenshteinDistance(farthest);
    String lower = typed.toLowerCase(Locale.ROOT);
    record Candidate(String word, int distance) {}
    return known.stream()
        .map(word -> new Candidate(word, distance.apply(lower, word.toLowerCase(Locale.ROOT))))
        .filter(candidate -> candidate.distance >= 0)
        .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
        .map(Candidate::word);
  }

  /** A question to append to a message, {@code "; did you mean 'x'?"}, or nothing. */
  public static String question(String typed, Collection<String> known) {
    return nearest(typed, known).map(word -> "; did you mean '" + word + "'?").orElse("");
  }
}
