package org.lenetlab.results.text;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Texts that are too long for their place, cut but still told apart. */
public final class Shortening {
  private static final int LONGEST = 60;

  private Shortening() {}

  /**
   * The same texts, the long ones cut. Where several begin alike, a number made of all of it tells
   * each from the others.
   */
  public static List<String> of(Collection<String> texts) {
    Map<String, Set<String>> alike =
        texts.stream().collect(Collectors.groupingBy(Shortening::beginning, Collectors.toSet()));
    return texts.stream()
        .map(
            text -> {
              String beginning = beginning(text);
              return alike.getOrDefault(beginning, Set.of()).size() == 1
                  ? beginning
                  : beginning + " #" + Integer.toHexString(text.hashCode());
            })
        .toList();
  }

  private static String beginning(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 10) + "…";
  }
}
