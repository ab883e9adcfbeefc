package org.lenetlab.data;

import org.lenetlab.plugin.Plugin;
import org.lenetlab.plugin.SpecBinder;

/** Registers the built-in datasets, transforms and augmentations. */
public final class DataPlugin extends Plugin {

  @Override
  protected void register(SpecBinder kinds) {
    kinds.dataset("mnist", Mnist.class);
    kinds.dataset("fashion-mnist", FashionMnist.class);
  }
}
