package org.lenetlab.backend.nd4j.spec;

import org.lenetlab.plugin.Plugin;
import org.lenetlab.plugin.SpecBinder;

/** Registers the backend {@code nd4j}. */
public final class Nd4jPlugin extends Plugin {

  @Override
  protected void register(SpecBinder kinds) {
    kinds.backend("nd4j", Nd4jBackendSpec.class);
  }
}
