package org.lenetlab.layers;

import java.util.List;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.ArchitectureSpec;
import org.lenetlab.api.network.LayerSpec;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.spec.Default;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.PerLayer;
import org.lenetlab.api.spec.Range;

/**
 * {@code lenet5}: LeNet-5 as published (LeCun, Bottou, Bengio, Haffner: Gradient-based learning
 * applied to document recognition, Proc. IEEE 86(11), 1998, section II-B). With its defaults on
 * 32×32 images it has 60,000 trainable parameters and 340,908 connections.
 */
@Doc("LeNet-5 as published: trainable subsampling, C3 through a table, RBF output")
record Lenet5(
    @Doc("of all layers, or of each: C1, C3, C5, F6, with subsample also S2, S4")
        @Default("scaled-tanh")
        PerLayer<Activation> activation,
    @Doc("average, max or subsample (trainable, as published)") @Default("subsample")
        PoolingChoice pooling,
    @Doc("zeros added on every side of C1's input") @Default("0") @Range(min = 0) int padding,
    @Doc("full, lecun-1998, or a table drawn with X and .") @Default("lecun-1998")
        Connections c3Connections,
    @Doc("softmax, or rbf: distances to targets") @Default("rbf") Head head,
    @Doc("of an rbf head: lecun-1998, or one bitmap of # and . per class") @Default("lecun-1998")
        Bitmaps targets)
    implements ArchitectureSpec {
  private static final int KERNEL = 5;
  private static final int C1_MAPS = 6;
  private static final int C3_MAPS = 16;
  private static final int C5_MAPS = 120;
  private static final int F6_UNITS = 84;

  @Override
  public List<LayerSpec> layers(Shape input, int classes) {
    return new LenetBuilder(activation)
        .conv("C1", C1_MAPS, KERNEL, padding)
        .pool("S2", pooling)
        .conv("C3", C1_MAPS, C3_MAPS, KERNEL, c3Connections)
        .pool("S4", pooling)
        .conv("C5", C5_MAPS, KERNEL, 0)
        .dense("F6", F6_UNITS)
        .head(head, targets, F6_UNITS, classes)
        .build();
  }

  @Override
  public String remark() {
    return head == Head.RBF && targets.equals(Bitmaps.LECUN_1998)
        ? "the bitmaps of the RBF targets are those of secondary copies of the paper, which do not"
            + " all agree; architecture.targets takes others"
        : "";
  }
}
