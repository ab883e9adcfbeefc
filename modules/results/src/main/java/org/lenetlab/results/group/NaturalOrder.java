package org.lenetlab.results.group;

import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers by size, also those that begin a text such as {@code 10 Adam}; then words by letters. */
public final class NaturalOrder implements Comparator<String> {
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?");

  public static final NaturalOrder INSTANCE = new NaturalOrder();

  private NaturalOrder() {}

  @Override
  public int compare(String one, String other) {
    Matcher first = NUMBER.matcher(one);
    Matcher second = NUMBER.matcher(other);
    if (!first.lookingAt() || !second.lookingAt()) {
      return first.lookingAt() ? -1 : second.lookingAt() ? 1 : one.compareTo(other);
    }
    int order =
        Double.compare(Double.parseDouble(first.group()), Double.parseDouble(second.group()));
    return order != 0 ? order : one.substring(first.end()).compareTo(other.substring(second.end()));
  }

  /** The number that a word is, if it is one. */
  public static OptionalDouble number(String word) {
    return NUMBER.matcher(word).matches()
        ? OptionalDouble.of(Double.parseDouble(word))
        : OptionalDouble.empty();
  }
}
