package org.lenetlab.backend.simd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lenetlab.api.network.Activation;

final class ActivationKernelTest {
  private static final int COUNT = 1 << 16;

  @Test
  void sigmoidIsWithinThreeUnitsInTheLastPlace() {
    assertThat(worstError(new Activation.Sigmoid(), -80, 30)).isLessThan(3);
  }

  @Test
  void tanhIsWithinSixUnitsInTheLastPlace() {
    assertThat(worstError(new Activation.Tanh(), -12, 12)).isLessThan(6);
    assertThat(worstError(new Activation.Tanh(), -1e-3, 1e-3)).isLessThan(6);
  }

  @Test
  void scaledTanhIsWithinSevenUnitsInTheLastPlace() {
    assertThat(worstError(new Activation.ScaledTanh(), -9, 9)).isLessThan(7);
  }

  /** In units in the last place of the exact value. */
  private static double worstError(Activation activation, double from, double to) {
    float[] x = new float[COUNT];
    for (int i = 0; i < COUNT; i++) {
      x[i] = (float) (from + (to - from) * i / COUNT);
    }
    float[] y = x.clone();
    kernel(activation).forward(y, 0, COUNT);
    double worst = 0;
    for (int i = 0; i < COUNT; i++) {
      double exact = activation.value(x[i]);
      worst = Math.max(worst, Math.abs(y[i] - exact) / Math.ulp((float) exact));
    }
    return worst;
  }

  private static InPlaceActivation kernel(Activation activation) {
    InPlaceActivation kernel = InPlaceActivation.of(activation);
    assertThat(kernel).isNotNull();
    return kernel;
  }

  @Test
  void extremesStayFinite() {
    float[] extremes = new float[16];
    for (int i = 0; i < 16; i++) {
      extremes[i] = (i % 2 == 0 ? 1 : -1) * (i < 8 ? Float.MAX_VALUE : 1e3f * i);
    }
    float[] sigmoid = extremes.clone();
    kernel(new Activation.Sigmoid()).forward(sigmoid, 0, 16);
    float[] tanh = extremes.clone();
    kernel(new Activation.Tanh()).forward(tanh, 0, 16);
    for (int i = 0; i < 16; i++) {
      assertThat(sigmoid[i]).isBetween(0f, 1f);
      assertThat(Math.abs(tanh[i])).isBetween(0.999999f, 1.000001f);
    }
  }

  @Test
  void unknownActivationsHaveNoKernel() {
    assertThat(InPlaceActivation.of(new Activation.LeakyRelu(-0.5f))).isNull();
  }
}
