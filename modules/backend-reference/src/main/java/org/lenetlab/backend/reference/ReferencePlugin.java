package org.lenetlab.backend.reference;

import org.lenetlab.plugin.Plugin;
import org.lenetlab.plugin.SpecBinder;

/** Registers the backend {@code reference}. */
public final class ReferencePlugin extends Plugin {

  @Override
  protected void register(SpecBinder kinds) {
    kinds.backend("reference", ReferenceBackendSpec.class);
  }
}
