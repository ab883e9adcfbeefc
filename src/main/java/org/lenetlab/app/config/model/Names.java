package org.lenetlab.app.config.model;

import java.util.Locale;

/** Spelling: Java's names as experiment files write them. */
public final class Names {
  private Names() {}

  /** {@code batchSize} as {@code batch-size}; {@code c3Connections} as {@code c3-connections}. */
  public static String ofComponent(String component) {
    return component.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  /** Several of what {@code noun} is one of. */
  public static String plural(String noun) {
    if (noun.endsWith("y")) {
      return noun.replaceFirst("y$", "ies");
    }
    return noun + (noun.endsWith("s") ? "es" : "s");
  }

  /** {@code HALF_SUM} as {@code half-sum}. */
  public static String ofConstant(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
