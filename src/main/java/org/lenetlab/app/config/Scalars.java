package org.lenetlab.app.config;

import java.math.BigDecimal;
import java.util.Optional;
import org.lenetlab.app.config.model.FieldType;

/** Reads single values; nothing where the text does not spell one, of which the schema has told. */
final class Scalars {
  private Scalars() {}

  /** The number that a scalar spells, as {@code type} holds it. */
  static Optional<Object> number(Tree.Scalar scalar, Class<?> type) {
    try {
      BigDecimal number = new BigDecimal(scalar.text());
      return Optional.of(
          switch (type.getName()) {
            case "int" -> (Object) number.intValueExact();
            case "long" -> number.longValueExact();
            case "float" -> number.floatValue();
            default -> number.doubleValue();
          });
    } catch (ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The constant that a scalar names. */
  static Optional<Object> constant(Tree.Scalar scalar, FieldType.Choice choice) {
    int index = choice.names().indexOf(scalar.text());
    return index < 0 ? Optional.empty() : Optional.of(choice.type().getEnumConstants()[index]);
  }

  /** The truth value that a scalar spells. */
  static Optional<Object> truth(Tree.Scalar scalar) {
    return scalar.kind() == Tree.Kind.SWITCH
        ? Optional.of(Boolean.valueOf(scalar.text()))
        : Optional.empty();
  }
}
