package org.lenetlab.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.Convolution;
import org.lenetlab.api.network.Elementwise;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Pooling;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.spec.PerLayer;
import org.lenetlab.api.spec.SpecException;

class Lenet5ModernTest {

  @Test
  void countsAreThoseOfTheCommonRewrite() {
    assertThat(Plans.plan(Plans.modern(0), Plans.GREY_32).parameterCount()).isEqualTo(61_706);
    assertThat(Plans.plan(Plans.modern(2), Plans.GREY_28).parameterCount()).isEqualTo(61_706);
    assertThat(Plans.plan(Plans.modern(0), Plans.GREY_28).parameterCount()).isEqualTo(44_426);
  }

  @Test
  void shapesFollowTheField() {
    assertThat(Plans.table(Plans.plan(Plans.modern(0), Plans.GREY_32)))
        .containsExactly(
            "C1 6@28×28 156 122304",
            "S2 6@14×14 0 0",
            "C3 16@10×10 2416 241600",
            "S4 16@5×5 0 0",
            "C5 120 48120 48120",
            "F6 84 10164 10164",
            "output 10 850 850");
  }

  @Test
  void mapsAndUnitsAreKnobs() {
    Lenet5Modern wide =
        new Lenet5Modern(
            List.of(20, 50),
            List.of(500),
            5,
            Plans.RELU,
            PoolingChoice.MAX,
            0,
            Connections.FULL,
            Head.SOFTMAX,
            Bitmaps.LECUN_1998);

    assertThat(Plans.plan(wide, Plans.GREY_28).parameterCount()).isEqualTo(431_080);

    Lenet5Modern rgb =
        new Lenet5Modern(
            List.of(16, 32),
            List.of(120, 84),
            5,
            Plans.RELU,
            PoolingChoice.MAX,
            0,
            Connections.FULL,
            Head.SOFTMAX,
            Bitmaps.LECUN_1998);
    assertThat(Plans.table(Plans.plan(rgb, new Shape(3, 32, 32))))
        .containsExactly(
            "C1 16@28×28 1216 953344",
            "S2 16@14×14 0 0",
            "C3 32@10×10 12832 1283200",
            "S4 32@5×5 0 0",
            "C5 120 96120 96120",
            "F6 84 10164 10164",
            "output 10 850 850");
  }

  @Test
  void identityLeavesOutTheActivation() {
    PerLayer<Activation> withoutC3 =
        new PerLayer<>(new Activation.Relu(), Map.of("C3", new Activation.Identity()));
    Network network =
        Plans.plan(
            new Lenet5Modern(
                List.of(6, 16),
                List.of(120, 84),
                5,
                withoutC3,
                PoolingChoice.MAX,
                0,
                Connections.FULL,
                Head.SOFTMAX,
                Bitmaps.LECUN_1998),
            Plans.GREY_32);

    assertThat(network.layers().get(0).ops())
        .hasExactlyElementsOfTypes(Convolution.class, Elementwise.class);
    assertThat(network.layers().get(2).ops()).hasExactlyElementsOfTypes(Convolution.class);
    assertThat(network.layers().get(1).ops()).hasExactlyElementsOfTypes(Pooling.class);
  }

  @Test
  void subsampleIsTrainableAndSquashed() {
    Network network =
        Plans.plan(
            new Lenet5Modern(
                List.of(6, 16),
                List.of(120, 84),
                5,
                Plans.SCALED_TANH,
                PoolingChoice.SUBSAMPLE,
                0,
                new Connections("lecun-1998"),
                Head.RBF,
                Bitmaps.LECUN_1998),
            Plans.GREY_32);

    assertThat(network.parameterCount()).isEqualTo(60_000);
    assertThat(network.layers().get(1).ops()).hasSize(3);
    assertThat(network.layers().get(1).ops().getLast()).isInstanceOf(Elementwise.class);
  }

  @Test
  void rbfHeadNeedsAsManyUnitsAsItsTargets() {
    Lenet5Modern wrong =
        new Lenet5Modern(
            List.of(6, 16),
            List.of(120),
            5,
            Plans.RELU,
            PoolingChoice.MAX,
            0,
            Connections.FULL,
            Head.RBF,
            Bitmaps.LECUN_1998);

    assertThatThrownBy(() -> Plans.plan(wrong, Plans.GREY_32))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "head: an rbf head with targets of 84 values needs as many units in the layer before,"
                + " not 120");
  }

  @Test
  void mlpHasOneLayerPerEntry() {
    assertThat(Plans.table(Plans.plan(new Mlp(List.of(300, 100), Plans.RELU), Plans.GREY_28)))
        .containsExactly("F1 300 235500 235500", "F2 100 30100 30100", "output 10 1010 1010");
    assertThat(Plans.plan(new Mlp(List.of(), Plans.RELU), Plans.GREY_28).parameterCount())
        .isEqualTo(7_850);
  }
}
