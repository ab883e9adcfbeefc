package org.lenetlab.plugin;

import com.google.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All named kinds of all plugins. */
public final class Registry {
  private final Map<Class<?>, Map<String, Kind<?>>> byCategory = new HashMap<>();

  /**
   * @throws PluginException if two plugins register the same name in one category
   */
  @Inject
  public Registry(Set<Kind<?>> kinds) {
    for (Kind<?> kind : kinds) {
      Kind<?> other =
          byCategory
              .computeIfAbsent(kind.category(), category -> new TreeMap<>())
              .put(kind.name(), kind);
      if (other != null) {
        throw new PluginException(
            "two plugins register the "
                + kind.category().getSimpleName()
                + " '"
                + kind.name()
                + "': "
                + describe(other)
                + " and "
                + describe(kind));
      }
    }
  }

  private static String describe(Kind<?> kind) {
    return kind.plugin().getName() + " (" + kind.origin() + ")";
  }

  /** The kinds of one category, by name. */
  @SuppressWarnings("unchecked") // filed under its category
  public <T> List<Kind<T>> kinds(Class<T> category) {
    return byCategory.getOrDefault(category, Map.of()).values().stream()
        .map(kind -> (Kind<T>) kind)
        .toList();
  }

  /** The names of one category, sorted. */
  public List<String> names(Class<?> category) {
    return List.copyOf(byCategory.getOrDefault(category, Map.of()).keySet());
  }
}
