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

  /**
   * Does ahead of time what most trainings need of this plugin, such as having the JVM compile
   * code: called on a thread of its own as soon as a training is asked for, before it is known what
   * will be trained and whether this plugin is needed. A fault is not told.
   */
  public void prepare() {}

  @Override
  protected final void configure() {
    Binder source = binder().skipSources(Plugin.class, SpecBinder.class);
    register(new SpecBinder(source, getClass()));
  }
}
