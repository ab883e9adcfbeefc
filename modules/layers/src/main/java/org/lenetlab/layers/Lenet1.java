package org.lenetlab.layers;

import java.util.List;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.ArchitectureSpec;
import org.lenetlab.api.network.ConnectionTable;
import org.lenetlab.api.network.LayerSpec;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.spec.Default;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.PerLayer;

/**
 * {@code lenet1}: LeNet-1 (LeCun et al., Handwritten digit recognition with a back-propagation
 * network, NIPS 2, 1990; LeCun et al. 1998, section III-C4). On 28×28 images it has 2,578
 * parameters and 98,442 connections.
 */
@Doc("LeNet-1 as published, for 28×28 images: 2,578 parameters")
record Lenet1(
    @Doc("of all layers, or of each: H1, H3, output, with subsample also H2, H4")
        @Default("scaled-tanh")
        PerLayer<Activation> activation,
    @Doc("average, max or subsample (trainable, as published)") @Default("subsample")
        PoolingChoice pooling,
    @Doc("full, lecun-1990, or a table drawn with X and .") @Default("lecun-1990")
        Connections h3Connections)
    implements ArchitectureSpec {
  private static final int KERNEL = 5;
  private static final int H1_MAPS = 4;
  private static final int H3_MAPS = 12;

  @Override
  public List<LayerSpec> layers(Shape input, int classes) {
    return new LenetBuilder(activation)
        .conv("H1", H1_MAPS, KERNEL, 0)
        .pool("H2", pooling)
        .conv("H3", H1_MAPS, H3_MAPS, KERNEL, h3Connections)
        .pool("H4", pooling)
        .dense(LenetBuilder.OUTPUT, classes)
        .build();
  }

  @Override
  public String remark() {
    ConnectionTable published = Connections.LECUN_1990.table(H1_MAPS, H3_MAPS);
    return h3Connections.table(H1_MAPS, H3_MAPS).equals(published)
        ? "the connections of H3 are those of secondary copies of the paper of 1990"
        : "";
  }
}
