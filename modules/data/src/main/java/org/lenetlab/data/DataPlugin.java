package org.lenetlab.data;

import org.lenetlab.plugin.Plugin;
import org.lenetlab.plugin.SpecBinder;

/** Registers the built-in datasets, transforms and augmentations. */
public final class DataPlugin extends Plugin {

  @Override
  protected void register(SpecBinder kinds) {
    kinds.dataset("mnist", Mnist.class);
    kinds.dataset("fashion-mnist", FashionMnist.class);
    kinds.dataset("cifar-10", Cifar10.class);
    kinds.dataset("synthetic-digits", SyntheticDigits.class);
    kinds.dataset("image-folder", ImageFolder.class);
    kinds.dataset("tensors", Tensors.class);

    kinds.transform("pad", Pad.class);
    kinds.transform("resize", Resize.class);
    kinds.transform("range", ToRange.class);
    kinds.transform("normalize", Normalize.class);
    kinds.transform("invert", Invert.class);

    kinds.augmentation("rotate", Rotate.class);
    kinds.augmentation("affine", Affine.class);
    kinds.augmentation("shift", Shift.class);
    kinds.augmentation("flip", Flip.class);
  }
}
