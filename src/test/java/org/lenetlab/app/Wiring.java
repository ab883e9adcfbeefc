package org.lenetlab.app;

import com.google.inject.Guice;
import com.google.inject.Module;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.lenetlab.plugin.Plugin;

/** The application's objects, as {@link Main} puts them together. */
final class Wiring {
  private Wiring() {}

  static <T> T get(Class<T> type) {
    List<Module> modules = new ArrayList<>(List.of(new ApplicationModule()));
    ServiceLoader.load(Plugin.class).forEach(modules::add);
    return Guice.createInjector(modules).getInstance(type);
  }
}
