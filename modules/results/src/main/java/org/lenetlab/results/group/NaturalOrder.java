package org.lenetlab.results.group;

import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers by size, before words by letters. */
public final class NaturalOrder implements Comparator<String> {
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?");

  public static final NaturalOrder INSTANCE = new NaturalOrder();

  private NaturalOrder() {}

  @Override
  public int compare(String one, String other) {
    OptionalDouble first = number(one);
    OptionalDouble second = number(other);
    if (first.isPresent() && second.isPresent()) {
      return Double.compare(first.getAsDouble(), second.getAsDouble());
    }
    return first.isPresent() ? -1 : second.isPresent() ? 1 : one.compareTo(other);
  }

  /** The number that a word is, if it is one. */
  static OptionalDouble number(String word) {
    return NUMBER.matcher(word).matches()
        ? OptionalDouble.of(Double.parseDouble(word))
        : OptionalDouble.empty();
  }
}
