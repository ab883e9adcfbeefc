package org.lenetlab.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.Convolution;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Op;
import org.lenetlab.api.network.ParameterSpec;
import org.lenetlab.api.spec.PerLayer;
import org.lenetlab.api.spec.SpecException;

/** The counts of LeCun et al. 1998, section II-B and table of architectures. */
class Lenet1998Test {

  @Test
  void lenet5HasThePublishedCountsLayerByLayer() {
    Network network = Plans.plan(Plans.lenet5(), Plans.GREY_32);

    assertThat(Plans.table(network))
        .containsExactly(
            "C1 6@28×28 156 122304",
            "S2 6@14×14 12 5880",
            "C3 16@10×10 1516 151600",
            "S4 16@5×5 32 2000",
            "C5 120 48120 48120",
            "F6 84 10164 10164",
            "output 10 0 840");
    assertThat(network.parameterCount()).isEqualTo(60_000);
    assertThat(network.connectionCount()).isEqualTo(340_908);
    assertThat(network.fixedCount()).isEqualTo(840);
    assertThat(network.outputsDistances()).isTrue();
  }

  @Test
  void everyS2MapFeedsTenC3Maps() {
    Op c3 = Plans.plan(Plans.lenet5(), Plans.GREY_32).layers().get(2).ops().getFirst();
    var table = ((Convolution) c3).connections();

    assertThat(table.links()).isEqualTo(60);
    for (int input = 0; input < 6; input++) {
      int fed = 0;
      for (int output = 0; output < 16; output++) {
        fed += table.connects(input, output) ? 1 : 0;
      }
      assertThat(fed).isEqualTo(10);
    }
  }

  @Test
  void fanInOfC3CountsTheLinksOfEachMap() {
    Op c3 = Plans.plan(Plans.lenet5(), Plans.GREY_32).layers().get(2).ops().getFirst();
    ParameterSpec bias = c3.parameters().get(1);

    assertThat(bias.fanIns().get(0)).isEqualTo(3 * 25);
    assertThat(bias.fanIns().get(6)).isEqualTo(4 * 25);
    assertThat(bias.fanIns().get(15)).isEqualTo(6 * 25);
  }

  @Test
  void lenet1HasThePublishedCounts() {
    Lenet1 spec =
        new Lenet1(Plans.SCALED_TANH, PoolingChoice.SUBSAMPLE, new Connections("lecun-1990"));
    Network network = Plans.plan(spec, Plans.GREY_28);

    assertThat(Plans.table(network))
        .containsExactly(
            "H1 4@24×24 104 59904",
            "H2 4@12×12 8 2880",
            "H3 12@8×8 512 32768",
            "H4 12@4×4 24 960",
            "output 10 1930 1930");
    assertThat(network.parameterCount()).isEqualTo(2_578);
    assertThat(network.connectionCount()).isEqualTo(98_442);
  }

  @Test
  void lenet4SubsamplesEachFirstMapTwiceAndStatesItsContradiction() {
    Lenet4 spec = new Lenet4(Plans.SCALED_TANH);
    Network network = Plans.plan(spec, Plans.GREY_32);

    assertThat(Plans.table(network))
        .containsExactly(
            "C1 4@28×28 104 81536",
            "S2 8@14×14 16 7840",
            "C3 16@10×10 3216 321600",
            "S4 16@5×5 32 2000",
            "F5 120 48120 48120",
            "output 10 1210 1210");
    assertThat(network.parameterCount()).isEqualTo(52_698);
    assertThat(spec.remark()).startsWith("LeNet-4 (dense reading of the text)").contains("17,000");
  }

  @Test
  void wrongTableIsLocatedAtItsKey() {
    Lenet5 spec =
        new Lenet5(
            Plans.SCALED_TANH,
            PoolingChoice.SUBSAMPLE,
            0,
            new Connections("lecun-1990"),
            Head.RBF,
            Bitmaps.LECUN_1998);

    assertThatThrownBy(() -> Plans.plan(spec, Plans.GREY_32))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("c3-connections: expected a table of 6 rows");
  }

  @Test
  void unknownLayerOfAnActivationIsLocated() {
    PerLayer<Activation> wrong =
        new PerLayer<>(new Activation.Tanh(), Map.of("C9", new Activation.Relu()));

    assertThatThrownBy(() -> Plans.plan(new Lenet4(wrong), Plans.GREY_32))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "activation/C9: there is no layer C9 with an activation;"
                + " there are C1, S2, C3, S4, F5, output");
  }

  @Test
  void layersWithoutAnActivationAreNamedBesideUnknownOnes() {
    PerLayer<Activation> partial =
        new PerLayer<>(null, Map.of("C1", new Activation.Relu(), "C9", new Activation.Relu()));

    assertThatThrownBy(() -> Plans.plan(new Lenet4(partial), Plans.GREY_32))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("no activation for layer S2")
        .hasMessageContaining("there is no layer C9");
  }

  @Test
  void smallImagesAreTooSmallForC5() {
    assertThatThrownBy(() -> Plans.plan(Plans.lenet5(), Plans.GREY_28))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("layer C5")
        .hasMessageContaining("5×5 kernel is larger than its input of 16@4×4");
  }
}
