package org.lenetlab.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.lenetlab.api.network.Initializer;
import org.lenetlab.api.random.RandomStream;

class InitializersTest {
  private static final int FAN_IN = 150;
  private static final double FAN_OUT = 400;

  @Test
  void uniformRulesFillTheirInterval() {
    assertUniform(new PytorchDefault(), 1 / Math.sqrt(FAN_IN));
    assertUniform(new LecunSqrt(), 1 / Math.sqrt(FAN_IN));
    assertUniform(new Lecun1998(), 2.4 / FAN_IN);
    assertUniform(new XavierUniform(), Math.sqrt(6 / (FAN_IN + FAN_OUT)));
    assertUniform(new HeUniform(), Math.sqrt(6.0 / FAN_IN));
    assertUniform(new Uniform(0.6), 0.6);
  }

  @Test
  void heNormalHasItsVariance() {
    DoubleSummaryStatistics squares = draw(new HeNormal()).map(x -> x * x).summaryStatistics();

    assertThat(squares.getAverage()).isEqualTo(2.0 / FAN_IN, within(0.0006));
    assertThat(squares.getMax()).isGreaterThan(6.0 / FAN_IN);
  }

  @Test
  void constantIsConstant() {
    assertThat(draw(new Constant(0.25)).distinct()).containsExactly(0.25);
  }

  @Test
  void rulesForWeightsOnlyLeaveBiasesToPytorch() {
    assertThat(new XavierUniform().forBiases()).isEqualTo(new PytorchDefault());
    assertThat(new HeNormal().forBiases()).isEqualTo(new PytorchDefault());
    assertThat(new HeUniform().forBiases()).isEqualTo(new PytorchDefault());
    assertThat(new Lecun1998().forBiases()).isEqualTo(new Lecun1998());
  }

  @Test
  void initialValuesOfALayerDoNotDependOnTheOthers() {
    float[] full = Plans.plan(Plans.modern(0), Plans.GREY_32).initialParameters(5);
    float[] unpadded = Plans.plan(Plans.modern(0), Plans.GREY_28).initialParameters(5);
    int convolutions = 156 + 2416;
    int behindC5 = 84 * 121 + 850;

    assertThat(Arrays.copyOf(unpadded, convolutions)).isEqualTo(Arrays.copyOf(full, convolutions));
    assertThat(tail(unpadded, behindC5)).isEqualTo(tail(full, behindC5));
    assertThat(Plans.plan(Plans.modern(0), Plans.GREY_32).initialParameters(6)).isNotEqualTo(full);
  }

  private static float[] tail(float[] values, int length) {
    return Arrays.copyOfRange(values, values.length - length, values.length);
  }

  private static void assertUniform(Initializer rule, double bound) {
    DoubleSummaryStatistics drawn = draw(rule).summaryStatistics();
    assertThat(drawn.getMin()).isBetween(-bound * 1.0001, -bound * 0.99);
    assertThat(drawn.getMax()).isBetween(bound * 0.99, bound * 1.0001);
    assertThat(drawn.getAverage()).isEqualTo(0, within(bound * 0.05));
  }

  private static DoubleStream draw(Initializer rule) {
    RandomStream random = new RandomStream(1, "test");
    return DoubleStream.generate(() -> rule.value(random, FAN_IN, FAN_OUT)).limit(10_000);
  }
}
