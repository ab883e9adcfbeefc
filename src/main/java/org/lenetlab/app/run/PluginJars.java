package org.lenetlab.app.run;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lenetlab.results.store.Hashes;

/**
 * The third-party jars that an experiment uses. Their bytes belong to a run's identity, since they
 * have no number for their numerics as our own modules do.
 */
final class PluginJars {
  private static final String OURS = "org.lenetlab.";

  private final Map<String, String> hashes = new TreeMap<>();

  private PluginJars() {}

  /** The hash of each jar that a value within {@code experiment} comes from, by file name. */
  static Map<String, String> hashes(Record experiment) {
    PluginJars jars = new PluginJars();
    jars.visit(experiment);
    return jars.hashes;
  }

  private void visit(@Nullable Object value) {
    switch (value) {
      case Record parts -> {
        add(parts.getClass());
        for (RecordComponent component : parts.getClass().getRecordComponents()) {
          visit(read(parts, component));
        }
      }
      case Iterable<?> values -> values.forEach(this::visit);
      case Map<?, ?> values -> values.values().forEach(this::visit);
      case null, default -> {}
    }
  }

  private static @Nullable Object read(Record parts, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(parts);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  private void add(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (type.getName().startsWith(OURS) || source == null) {
      return;
    }
    try {
      Path jar = Path.of(source.getLocation().toURI());
      if (Files.isRegularFile(jar)) {
        hashes.computeIfAbsent(jar.getFileName().toString(), name -> Hashes.of(jar));
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException("not a file: " + source.getLocation(), e);
    }
  }
}
