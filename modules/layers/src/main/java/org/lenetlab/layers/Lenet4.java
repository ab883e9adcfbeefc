package org.lenetlab.layers;

import java.util.List;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.ArchitectureSpec;
import org.lenetlab.api.network.LayerSpec;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.spec.Default;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.PerLayer;

/**
 * {@code lenet4}: LeNet-4 in the dense reading of its description (LeCun et al. 1998, section
 * III-C5), for 32×32 images: 4 first-level maps, each feeding two of 8 subsampling maps; 16 feature
 * maps; 16 subsampling maps; 120 units; one output unit per class.
 */
@Doc("LeNet-4 in the dense reading of the text: maps subsampled in pairs, 120 units")
record Lenet4(
    @Doc("of all layers, or of each: C1, S2, C3, S4, F5, output") @Default("scaled-tanh")
        PerLayer<Activation> activation)
    implements ArchitectureSpec {
  private static final int KERNEL = 5;

  @Override
  public List<LayerSpec> layers(Shape input, int classes) {
    return new LenetBuilder(activation)
        .conv("C1", 4, KERNEL, 0)
        .subsample("S2", List.of(0, 0, 1, 1, 2, 2, 3, 3))
        .conv("C3", 16, KERNEL, 0)
        .pool("S4", PoolingChoice.SUBSAMPLE)
        .dense("F5", 120)
        .dense(LenetBuilder.OUTPUT, classes)
        .build();
  }

  @Override
  public String remark() {
    return "LeNet-4 (dense reading of the text): the paper says about 17,000 parameters, but 120"
        + " units that see 16 maps of 5×5 have 48,120 alone";
  }
}
