package org.lenetlab.optimizers;

import org.lenetlab.plugin.Plugin;
import org.lenetlab.plugin.SpecBinder;

/** Registers the update rules. */
public final class OptimizersPlugin extends Plugin {

  @Override
  protected void register(SpecBinder kinds) {
    kinds.optimizer("sgd", Sgd.class);
    kinds.optimizer("momentum", Momentum.class);
    kinds.optimizer("adam", Adam.class);
    kinds.optimizer("sdlm", Sdlm.class);
  }
}
