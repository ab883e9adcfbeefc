package org.lenetlab.plugin;

import java.lang.reflect.Constructor;

/**
 * A registered name.
 *
 * @param category what it extends, such as {@code LayerSpec.class}
 * @param name how experiment files call it
 * @param type the record that its keys are bound to
 * @param plugin the class of the plugin that registered it
 */
public record Kind<T>(Class<T> category, String name, Class<? extends T> type, Class<?> plugin) {

  /** Where it comes from: {@code built-in}, or the jar's file name. */
  public String origin() {
    if (plugin.getPackageName().startsWith("org.lenetlab.")) {
      return "built-in";
    }
    var source = plugin.getProtectionDomain().getCodeSource();
    if (source == null) {
      return plugin.getName();
    }
    String path = source.getLocation().getPath();
    return path.substring(path.lastIndexOf('/', path.length() - 2) + 1);
  }

  /**
   * An instance of a kind without keys, such as a backend.
   *
   * @throws IllegalStateException if its record has components
   */
  public T instance() {
    try {
      Constructor<? extends T> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " has no constructor without parameters", e);
    }
  }
}
