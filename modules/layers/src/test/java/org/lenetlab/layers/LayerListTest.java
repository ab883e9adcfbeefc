package org.lenetlab.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.Pooling;
import org.lenetlab.api.spec.SpecException;

class LayerListTest {
  private static final Activation SIGMOID = new Activation.Sigmoid();

  @Test
  void unnamedLayersAreNumberedByKind() {
    LayerList list =
        new LayerList(
            List.of(
                new ConvLayer(null, 6, 5, 1, 0, Connections.FULL, null),
                new ActivationLayer(SIGMOID),
                new PoolLayer(null, Pooling.Kind.MAX, 2, null, SIGMOID),
                new ConvLayer("second", 16, 5, 1, 0, Connections.FULL, null),
                new PoolLayer(null, Pooling.Kind.MAX, 2, 1, null),
                new DropoutLayer(null, 0.5),
                new DenseLayer(null, 10, null)));

    assertThat(Plans.table(Plans.plan(list, Plans.GREY_28)))
        .containsExactly(
            "conv1 6@24×24 156 89856",
            "activation1 6@24×24 0 0",
            "pool1 6@12×12 0 0",
            "second 16@8×8 2416 154624",
            "pool2 16@7×7 0 0",
            "dropout1 16@7×7 0 0",
            "dense1 10 7850 7850");
  }

  @Test
  void misfitsAreLocatedInTheList() {
    LayerList list =
        new LayerList(
            List.of(
                new PoolLayer(null, Pooling.Kind.MAX, 7, null, null),
                new ConvLayer(null, 6, 5, 1, 0, Connections.FULL, null)));

    assertThatThrownBy(() -> Plans.plan(list, Plans.GREY_28))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("layers/1/kernel: a 5×5 kernel is larger than its input of 1@4×4");
  }

  @Test
  void lastLayerNeedsOneOutputPerClass() {
    LayerList list = new LayerList(List.of(new DenseLayer(null, 12, null)));

    assertThatThrownBy(() -> Plans.plan(list, Plans.GREY_28))
        .isInstanceOf(SpecException.class)
        .hasMessage("layers/0: the last layer has 12 outputs, the dataset 10 classes");
  }

  @Test
  void rbfNeedsTargetsAsLongAsItsInput() {
    LayerList list =
        new LayerList(
            List.of(new DenseLayer(null, 80, null), new RbfLayer(null, Bitmaps.LECUN_1998)));

    assertThatThrownBy(() -> Plans.plan(list, Plans.GREY_28))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("layers/1/targets: the targets have 84 values each");
  }

  @Test
  void subsampleMayFeedSeveralMapsFromOne() {
    LayerList list =
        new LayerList(
            List.of(
                new ConvLayer(null, 2, 5, 1, 0, Connections.FULL, null),
                new SubsampleLayer(null, 2, List.of(0, 1, 1), SIGMOID),
                new DenseLayer(null, 10, null)));

    assertThat(Plans.table(Plans.plan(list, Plans.GREY_28)).get(1))
        .isEqualTo("subsample1 3@12×12 6 2160");
  }
}
