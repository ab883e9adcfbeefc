package org.lenetlab.app.config.model;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.lenetlab.api.optimizer.Schedule;
import org.lenetlab.api.spec.PerLayer;

/** Tells by the type of a record component what may stand there. */
final class FieldTypes {
  private static final Map<Class<?>, Class<?>> PRIMITIVES =
      Map.of(
          Integer.class, int.class,
          Long.class, long.class,
          Float.class, float.class,
          Double.class, double.class,
          Boolean.class, boolean.class);

  private final List<Category> categories;

  FieldTypes(List<Category> categories) {
    this.categories = categories;
  }

  FieldType of(Type type) {
    return switch (type) {
      case Class<?> plain -> ofClass(PRIMITIVES.getOrDefault(plain, plain));
      case ParameterizedType generic -> ofGeneric(generic);
      default -> throw unsupported(type);
    };
  }

  private FieldType ofGeneric(ParameterizedType type) {
    Type[] arguments = type.getActualTypeArguments();
    if (type.getRawType() == List.class) {
      return new FieldType.ListOf(of(arguments[0]));
    }
    if (type.getRawType() == Map.class) {
      return new FieldType.MapOf(of(arguments[0]), of(arguments[1]));
    }
    if (type.getRawType() == PerLayer.class) {
      return new FieldType.PerLayerOf(of(arguments[0]));
    }
    throw unsupported(type);
  }

  private FieldType ofClass(Class<?> type) {
    if (type == boolean.class) {
      return new FieldType.Switch();
    }
    if (type == int.class || type == long.class) {
      return new FieldType.Whole(type);
    }
    if (type == float.class || type == double.class) {
      return new FieldType.Real(type);
    }
    if (type == String.class) {
      return new FieldType.Text();
    }
    if (Written.class.isAssignableFrom(type)) {
      return new FieldType.AsWritten();
    }
    if (type.isEnum()) {
      return new FieldType.Choice(asEnum(type));
    }
    for (Category category : categories) {
      if (category.type() == type) {
        return type == Schedule.class
            ? new FieldType.Rates(category)
            : new FieldType.Named(category);
      }
    }
    try {
      FieldType.Parsed.parser(type);
      return new FieldType.Parsed(type);
    } catch (NoSuchMethodException e) {
      if (type.isRecord()) {
        return new FieldType.Block(type.asSubclass(Record.class));
      }
      throw unsupported(type);
    }
  }

  @SuppressWarnings("unchecked") // the caller has asked Class.isEnum
  private static Class<? extends Enum<?>> asEnum(Class<?> type) {
    return (Class<? extends Enum<?>>) type;
  }

  private static IllegalArgumentException unsupported(Type type) {
    return new IllegalArgumentException(
        "a record component of type " + type.getTypeName() + " cannot stand in an experiment file");
  }
}
