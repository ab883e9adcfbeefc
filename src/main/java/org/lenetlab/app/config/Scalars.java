package org.lenetlab.app.config;

import java.math.BigDecimal;
import org.lenetlab.app.config.model.FieldType;

/** Reads single values that the schema has accepted. */
final class Scalars {
  private Scalars() {}

  /** The number that {@code text} spells, as {@code type} holds it. */
  static Object number(String text, Class<?> type) {
    BigDecimal number = new BigDecimal(text);
    if (type == int.class) {
      return number.intValueExact();
    }
    if (type == long.class) {
      return number.longValueExact();
    }
    if (type == float.class) {
      return number.floatValue();
    }
    return number.doubleValue();
  }

  /** The constant that {@code text} names. */
  static Object constant(String text, FieldType.Choice choice) {
    return choice.type().getEnumConstants()[choice.names().indexOf(text)];
  }
}
