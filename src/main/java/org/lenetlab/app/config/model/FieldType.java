package org.lenetlab.app.config.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.lenetlab.api.spec.SpecException;

/** What may stand at a place of an experiment file. */
public sealed interface FieldType {

  /** {@code true} or {@code false}. */
  record Switch() implements FieldType {}

  /** A whole number that {@code type}, {@code int} or {@code long}, can hold. */
  record Whole(Class<?> type) implements FieldType {
    public long smallest() {
      return type == int.class ? Integer.MIN_VALUE : Long.MIN_VALUE;
    }

    public long largest() {
      return type == int.class ? Integer.MAX_VALUE : Long.MAX_VALUE;
    }
  }

  /** A number, held by {@code type}, {@code float} or {@code double}. */
  record Real(Class<?> type) implements FieldType {}

  /** Any text. */
  record Text() implements FieldType {}

  /** One of the constants of an enum. */
  record Choice(Class<? extends Enum<?>> type) implements FieldType {
    public List<String> names() {
      return Arrays.stream(type.getEnumConstants()).map(Names::ofConstant).toList();
    }
  }

  /**
   * A value with a spelling of its own: {@code type} has a static {@code parse(String)}, which
   * throws {@link SpecException}, and its {@code toString} gives what {@code parse} reads.
   */
  record Parsed(Class<?> type) implements FieldType {

    /**
     * The value that a text spells.
     *
     * @throws SpecException if the text is not one of {@code type}'s
     */
    public Object parse(String text) {
      try {
        return parser(type).invoke(null, text);
      } catch (InvocationTargetException e) {
        if (e.getCause() instanceof SpecException problem) {
          throw problem;
        }
        throw new IllegalStateException(type + " cannot read " + text, e.getCause());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(type + ".parse cannot be called", e);
      }
    }

    static Method parser(Class<?> type) throws NoSuchMethodException {
      Method parse = type.getDeclaredMethod("parse", String.class);
      parse.setAccessible(true);
      return parse;
    }
  }

  /** A block: the keys of a record. */
  record Block(Class<? extends Record> type) implements FieldType {}

  /** A named kind with its keys. */
  record Named(Category category) implements FieldType {}

  /** Anything, kept as it was written. */
  record AsWritten() implements FieldType {}

  record ListOf(FieldType element) implements FieldType {}

  /** Values by name or by number: the keys are a {@link Text} or a {@link Whole}. */
  record MapOf(FieldType key, FieldType value) implements FieldType {}

  /** One value for all layers, or a map from layer names to values. */
  record PerLayerOf(FieldType element) implements FieldType {}

  /** A learning rate: a number, a table from epochs to numbers, or a named schedule. */
  record Rates(Category schedules) implements FieldType {}

  /** Whether values are single scalars. */
  default boolean isScalar() {
    return switch (this) {
      case Switch _, Whole _, Real _, Text _, Choice _, Parsed _ -> true;
      case Block _, Named _, AsWritten _, ListOf _, MapOf _, PerLayerOf _, Rates _ -> false;
    };
  }
}
