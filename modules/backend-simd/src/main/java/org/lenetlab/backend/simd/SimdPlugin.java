package org.lenetlab.backend.simd;

import org.lenetlab.plugin.Plugin;
import org.lenetlab.plugin.SpecBinder;

/** Registers the backend {@code simd}. */
public final class SimdPlugin extends Plugin {

  @Override
  protected void register(SpecBinder kinds) {
    kinds.backend("simd", SimdBackendSpec.class);
  }

  @Override
  public void prepare() {
    Rehearsal.ofMost();
  }
}
