package org.lenetlab.app.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.spec.SpecException;

/** Makes records and takes them apart; those of plugins need not be public. */
final class Records {
  private Records() {}

  /**
   * @throws SpecException what the record's constructor throws
   */
  static Object construct(Class<? extends Record> type, @Nullable Object... components) {
    try {
      Class<?>[] types =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      Constructor<? extends Record> canonical = type.getDeclaredConstructor(types);
      canonical.setAccessible(true);
      return canonical.newInstance(components);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof SpecException problem) {
        throw problem;
      }
      throw new IllegalStateException("the constructor of " + type + " failed", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be constructed", e);
    }
  }

  /** The value of the component at {@code index}. */
  static @Nullable Object component(Object record, int index) {
    try {
      Method accessor = record.getClass().getRecordComponents()[index].getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + record, e);
    }
  }
}
