package org.lenetlab.testkit;

import java.util.List;
import java.util.stream.Stream;
import org.lenetlab.api.backend.Loss.MeanSquaredError.Reduction;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.Pooling.Kind;

/** The networks that every backend is tried on: the awkward ones and the ones that matter. */
public final class Catalogue {
  private static final Activation TANH = new Activation.Tanh();
  private static final Activation SIGMOID = new Activation.Sigmoid();
  private static final Activation RELU = new Activation.Relu();

  private Catalogue() {}

  /** All of them, and some that nobody would think of. */
  public static List<NetworkCase> all() {
    return Stream.of(cases(), leNets(), RandomNetworks.cases(50)).flatMap(List::stream).toList();
  }

  static List<NetworkCase> cases() {
    CaseList cases = new CaseList();
    OpCases.addTo(cases);
    LossCases.addTo(cases);
    addUnusualOrders(cases);
    return cases.list();
  }

  /** The networks that matter, of the size that they have. */
  static List<NetworkCase> leNets() {
    CaseList cases = new CaseList();
    cases.add("LeNet-5, sigmoid, average pooling", LeNets.rewrite(28, 2, SIGMOID, Kind.AVERAGE));
    cases.add("LeNet-5, relu, max pooling", LeNets.rewrite(32, 0, RELU, Kind.MAX));
    cases.add("LeNet-5 of 1998", Losses.RBF_MAP, LeNets.lenet5());
    cases.add("LeNet-1", Losses.squaredError(Reduction.HALF_SUM), LeNets.lenet1());
    cases.add("RGB images", LeNets.rgb());
    return cases.list();
  }

  private static void addUnusualOrders(CaseList cases) {
    cases.add(
        "activation before and after pooling, none after the second convolution",
        NetworkBuilder.input(1, 14, 14)
            .convolution(6, 5)
            .activation(SIGMOID)
            .pooling(Kind.MAX, 2, 2)
            .activation(SIGMOID)
            .convolution(7, 3)
            .convolution(9, 3)
            .dense(5));
    cases.add(
        "two activations in a row", LossCases.mlp(8).activation(TANH).activation(SIGMOID).dense(3));
    cases.add("activation of the image", NetworkBuilder.input(1, 6, 6).activation(TANH).dense(3));
    cases.add(
        "pooling of the image",
        NetworkBuilder.input(2, 7, 7).pooling(Kind.AVERAGE, 2, 1).convolution(3, 3).dense(3));
    cases.add(
        "pooling twice",
        NetworkBuilder.input(1, 12, 12)
            .convolution(3, 3)
            .pooling(Kind.MAX, 2, 1)
            .pooling(Kind.AVERAGE, 3, 3)
            .dense(4));
    cases.add(
        "a convolution last",
        NetworkBuilder.input(1, 8, 8).convolution(4, 4, 2, 0).activation(TANH).convolution(6, 3));
    cases.add(
        "average pooling last",
        NetworkBuilder.input(1, 8, 8)
            .convolution(5, 3)
            .activation(TANH)
            .pooling(Kind.AVERAGE, 6, 6));
    cases.add("an activation last", LossCases.mlp(7).activation(new Activation.ScaledTanh()));
    cases.add(
        "a coefficient per class last", NetworkBuilder.input(6, 1, 1).affine(1, 0, 1, 2, 3, 4, 5));
  }

  /** Those without kinks, so that the rounding errors of several steps stay rounding errors. */
  static List<NetworkCase> smooth() {
    CaseList cases = new CaseList();
    cases.add("LeNet-5, sigmoid, average pooling", LeNets.rewrite(28, 2, SIGMOID, Kind.AVERAGE));
    cases.add("LeNet-5 of 1998", Losses.RBF_MAP, LeNets.lenet5());
    OpCases.addDropout(cases);
    return cases.list();
  }

  /**
   * Those that tie somewhere when the first op's parameters are 0: equal values in a window, values
   * at a kink, equal outputs.
   */
  static List<NetworkCase> tied() {
    CaseList cases = new CaseList();
    NetworkBuilder windows = NetworkBuilder.input(1, 8, 8).convolution(3, 3);
    cases.add("windows", windows.pooling(Kind.MAX, 2, 2).dense(4));
    NetworkBuilder overlapping = NetworkBuilder.input(1, 9, 9).convolution(3, 3);
    cases.add("overlapping windows", overlapping.pooling(Kind.MAX, 3, 2).dense(4));
    cases.add("relu at 0", NetworkBuilder.input(1, 5, 5).dense(9).activation(RELU).dense(4));
    NetworkBuilder leaky = NetworkBuilder.input(1, 5, 5).dense(9);
    cases.add("leaky relu at 0", leaky.activation(new Activation.LeakyRelu(0.1f)).dense(4));
    cases.add("outputs", NetworkBuilder.input(1, 5, 5).dense(7));
    NetworkBuilder distances = NetworkBuilder.input(1, 5, 5).dense(7).distances(5);
    cases.add("distances", Losses.RBF_MLE, distances);
    return cases.list();
  }
}
