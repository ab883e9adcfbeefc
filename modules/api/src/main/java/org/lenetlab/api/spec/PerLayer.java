package org.lenetlab.api.spec;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value for all layers, or one per named layer. In a file: {@code relu}, or {@code {C1: relu, F6:
 * tanh}}, where the key {@code default} names the value of the layers that are not listed.
 */
public record PerLayer<T>(@Nullable T common, Map<String, T> byLayer) {

  /** The key under which a per-layer map holds the value of all layers that it does not list. */
  public static final String DEFAULT_KEY = "default";

  public PerLayer {
    byLayer = Map.copyOf(byLayer);
  }

  public static <T> PerLayer<T> all(T value) {
    return new PerLayer<>(value, Map.of());
  }

  /** The value for {@code layer}, or null where neither it nor a default is given. */
  public @Nullable T get(String layer) {
    T own = byLayer.get(layer);
    return own != null ? own : common;
  }

  /** The value for {@code layer}, or {@code fallback} where neither it nor a default is given. */
  public T getOrDefault(String layer, T fallback) {
    T value = get(layer);
    return value != null ? value : fallback;
  }
}
