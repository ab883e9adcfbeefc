package org.lenetlab.testkit;

import java.util.List;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.Pooling.Kind;

/** Networks that try one op in all its shapes. */
final class OpCases {
  private static final Activation TANH = new Activation.Tanh();

  private static final String UNEVEN_TABLE =
      """
      X..X.
      XX...
      .....
      X.XX.
      X...X
      """;

  private OpCases() {}

  static void addTo(CaseList cases) {
    addDense(cases);
    addConvolutions(cases);
    addTables(cases);
    addPooling(cases);
    addAffine(cases);
    addActivations(cases);
    addDropout(cases);
  }

  private static void addDense(CaseList cases) {
    cases.add("one dense layer", NetworkBuilder.input(1, 4, 5).dense(10));
    cases.add("two classes", NetworkBuilder.input(1, 3, 3).dense(7).activation(TANH).dense(2));
    cases.add(
        "twelve classes, odd numbers of units",
        NetworkBuilder.input(1, 5, 5)
            .dense(33)
            .activation(TANH)
            .dense(9)
            .activation(TANH)
            .dense(12));
    cases.add(
        "images of one pixel", NetworkBuilder.input(1, 1, 1).dense(5).activation(TANH).dense(3));
    cases.add("images of one pixel and 19 channels", NetworkBuilder.input(19, 1, 1).dense(4));
    cases.add(
        "wide dense layers",
        NetworkBuilder.input(1, 6, 6).dense(130).activation(new Activation.Relu()).dense(10));
  }

  private static void addConvolutions(CaseList cases) {
    cases.add("convolution, not square", NetworkBuilder.input(2, 9, 14).convolution(3, 5).dense(4));
    cases.add(
        "convolution, five columns of a wide image",
        NetworkBuilder.input(3, 7, 19).convolution(9, 5).activation(TANH).dense(4));
    cases.add(
        "convolution, five columns of maps",
        NetworkBuilder.input(2, 12, 13)
            .convolution(4, 3)
            .activation(TANH)
            .convolution(LeNets.LENET_1_TABLE, 5, 1, 0)
            .activation(TANH)
            .dense(4));
    cases.add("convolution, one row", NetworkBuilder.input(1, 1, 37).convolution(3, 1).dense(4));
    cases.add(
        "convolution, stride 2", NetworkBuilder.input(2, 12, 9).convolution(5, 3, 2, 1).dense(3));
    cases.add(
        "convolution, stride 2, second layer",
        NetworkBuilder.input(1, 13, 13)
            .convolution(4, 3, 2, 0)
            .activation(TANH)
            .convolution(7, 3, 2, 2)
            .activation(TANH)
            .dense(5));
    cases.add(
        "convolution, stride larger than the kernel",
        NetworkBuilder.input(1, 11, 10)
            .convolution(3, 2)
            .activation(TANH)
            .convolution(4, 2, 3, 0)
            .dense(5));
    cases.add(
        "convolution, padding larger than useful",
        NetworkBuilder.input(2, 5, 4)
            .convolution(3, 3, 1, 4)
            .activation(TANH)
            .convolution(2, 3, 2, 5)
            .dense(3));
    cases.add(
        "convolution, even kernels",
        NetworkBuilder.input(1, 10, 10)
            .convolution(5, 4, 1, 2)
            .activation(TANH)
            .convolution(6, 2)
            .dense(4));
    cases.add(
        "convolution, kernel 1",
        NetworkBuilder.input(3, 6, 7)
            .convolution(9, 1)
            .activation(TANH)
            .convolution(2, 1)
            .dense(3));
    cases.add(
        "convolution, kernel as large as the image",
        NetworkBuilder.input(2, 6, 6).convolution(11, 6).activation(TANH).dense(3));
    cases.add(
        "convolution, kernel 7 and 17 maps",
        NetworkBuilder.input(1, 12, 12).convolution(17, 7, 1, 1).activation(TANH).dense(6));
  }

  private static void addTables(CaseList cases) {
    cases.add(
        "convolution, uneven connection table",
        NetworkBuilder.input(1, 10, 9)
            .convolution(5, 3)
            .activation(TANH)
            .convolution(UNEVEN_TABLE, 3, 1, 1)
            .dense(4));
    cases.add(
        "connection table on the image itself",
        NetworkBuilder.input(4, 9, 9).convolution(LeNets.LENET_1_TABLE, 3, 2, 1).dense(4));
  }

  private static void addPooling(CaseList cases) {
    for (Kind kind : Kind.values()) {
      cases.add(
          kind + " pooling, overlapping, rows left out",
          NetworkBuilder.input(1, 13, 12).convolution(4, 3).pooling(kind, 3, 2).dense(4));
      cases.add(
          kind + " pooling, odd size",
          NetworkBuilder.input(1, 9, 11)
              .convolution(3, 3)
              .activation(TANH)
              .pooling(kind, 2, 2)
              .convolution(5, 2)
              .dense(4));
      cases.add(
          kind + " pooling, stride larger than the window",
          NetworkBuilder.input(1, 12, 12).convolution(3, 3).pooling(kind, 2, 3).dense(4));
      cases.add(
          kind + " pooling, of everything",
          NetworkBuilder.input(1, 6, 6).convolution(6, 3).pooling(kind, 4, 4).dense(4));
    }
    cases.add(
        "pooling of one value", NetworkBuilder.input(2, 5, 5).pooling(Kind.MAX, 1, 1).dense(3));
  }

  private static void addAffine(CaseList cases) {
    cases.add(
        "channels shared by two coefficients each, as in LeNet-4",
        NetworkBuilder.input(1, 12, 12)
            .convolution(4, 3)
            .pooling(Kind.SUM, 2, 2)
            .affine(4, 0, 0, 1, 1, 2, 2, 3, 3)
            .activation(new Activation.ScaledTanh())
            .convolution(5, 3)
            .dense(4));
    cases.add(
        "channels left out and reordered",
        NetworkBuilder.input(5, 4, 4)
            .convolution(5, 3)
            .affine(1, 4, 2, 2)
            .activation(TANH)
            .dense(3));
    cases.add(
        "affine on the image itself", NetworkBuilder.input(3, 4, 4).affine(1, 0, 1, 2).dense(4));
  }

  private static void addActivations(CaseList cases) {
    List<Activation> activations =
        List.of(
            new Activation.Sigmoid(),
            TANH,
            new Activation.ScaledTanh(),
            new Activation.Relu(),
            new Activation.LeakyRelu(0.1f),
            new Activation.Identity(),
            new Softplus());
    for (Activation activation : activations) {
      cases.add(
          "activation " + activation.getClass().getSimpleName(),
          NetworkBuilder.input(1, 8, 8)
              .convolution(5, 3)
              .activation(activation)
              .dense(11)
              .activation(activation)
              .dense(5));
    }
    cases.add(
        "saturated activations",
        NetworkBuilder.input(1, 5, 5)
            .initializer((random, fanIn, fanOut) -> (float) random.uniform(-2, 2))
            .dense(20)
            .activation(TANH)
            .dense(20)
            .activation(new Activation.Sigmoid())
            .dense(4));
  }

  /** An activation that no backend knows. */
  private record Softplus() implements Activation {
    @Override
    public double value(double x) {
      return StrictMath.log1p(StrictMath.exp(x));
    }

    @Override
    public double derivative(double x) {
      return 1 / (1 + StrictMath.exp(-x));
    }
  }

  static void addDropout(CaseList cases) {
    cases.add(
        "dropout of units",
        NetworkBuilder.input(1, 6, 6).dense(40).activation(TANH).dropout(0.5).dense(5));
    cases.add(
        "dropout twice and between convolutions",
        NetworkBuilder.input(1, 10, 10)
            .convolution(4, 3)
            .dropout(0.3)
            .activation(TANH)
            .convolution(6, 3)
            .dropout(0.2)
            .dense(5));
    cases.add("dropout of the image", NetworkBuilder.input(1, 6, 6).dropout(0.25).dense(4));
    cases.add("dropout of nothing", NetworkBuilder.input(1, 6, 6).dropout(0).dense(4));
  }
}
