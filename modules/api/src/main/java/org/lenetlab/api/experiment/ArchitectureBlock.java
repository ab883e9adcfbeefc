package org.lenetlab.api.experiment;

import org.jspecify.annotations.Nullable;
import org.lenetlab.api.network.ArchitectureSpec;
import org.lenetlab.api.network.Initialization;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.spec.Default;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Flat;
import org.lenetlab.api.spec.PerLayer;

/** {@code architecture} of an experiment file. */
public record ArchitectureBlock(
    @Flat ArchitectureSpec template,
    @Default("pytorch-default") @Doc("initial values: one rule for all layers, or one per layer")
        PerLayer<Initialization> initializer,
    @Doc("a file of parameters to start from, instead of initial values")
        @Nullable InitialWeights weights) {

  /**
   * Plans the network.
   *
   * @throws org.lenetlab.api.spec.SpecException as {@link Network#plan}
   */
  public Network plan(Shape input, int classes) {
    return Network.plan(template, initializer, input, classes);
  }
}
