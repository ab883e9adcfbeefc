package org.lenetlab.plugin;

import com.google.inject.AbstractModule;
import com.google.inject.Binder;

/**
 * A plugin: a Guice module found by {@link java.util.ServiceLoader}, whose {@link #register} is
 * only lines such as {@code kinds.layer("conv", ConvLayer.class)}. Implementations are public, have
 * a public constructor without parameters, and are listed in {@code
 * META-INF/services/org.lenetlab.plugin.Plugin}.
 */
public abstract class Plugin extends AbstractModule {

  /** Registers the named kinds that this plugin adds. */
  protected abstract void register(SpecBinder kinds);

  @Override
  protected final void configure() {
    Binder source = binder().skipSources(Plugin.class, SpecBinder.class);
    register(new SpecBinder(source, getClass()));
  }
}
