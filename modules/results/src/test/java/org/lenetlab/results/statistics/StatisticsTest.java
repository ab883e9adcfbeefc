package org.lenetlab.results.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Published figures, and figures computed with SciPy 1.17.1. */
final class StatisticsTest {
  private static final Offset<Double> EXACT = within(1e-12);

  /** Heights of crossed minus self-fertilised maize, eighths of an inch (Darwin 1876). */
  private static final double[] MAIZE = {
    49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48
  };

  /** Extra hours of sleep by two drugs (Student 1908): R's data set "sleep", first minus second. */
  private static final double[] SLEEP =
      differences(
          new double[] {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0},
          new double[] {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4});

  private static double[] differences(double[] first, double[] second) {
    return IntStream.range(0, first.length).mapToDouble(i -> first[i] - second[i]).toArray();
  }

  @Test
  void pairedTestIsStudents() {
    PairedTest sleep = PairedTest.of(SLEEP, 0);
    assertThat(sleep.mean()).isEqualTo(-1.58, EXACT);
    assertThat(sleep.statistic()).isEqualTo(-4.062127683382037, EXACT);
    assertThat(sleep.p()).isEqualTo(0.002832890197384273, EXACT);
    assertThat(sleep.low()).isEqualTo(-2.459885763276983, EXACT);
    assertThat(sleep.high()).isEqualTo(-0.7001142367230175, EXACT);
    assertThat(PairedTest.of(MAIZE, 0).p()).isEqualTo(0.049702944021800866, EXACT);
  }

  @Test
  void sharedTrainingExamplesMakeThePairedTestLessSure() {
    PairedTest sleep = PairedTest.of(SLEEP, 0.2);
    assertThat(sleep.statistic()).isEqualTo(-2.3452705114832493, EXACT);
    assertThat(sleep.p()).isEqualTo(0.043641892028240765, EXACT);
    assertThat(sleep.low()).isEqualTo(-3.104006846852256, EXACT);
    assertThat(sleep.high()).isEqualTo(-0.055993153147744446, EXACT);
    assertThat(PairedTest.of(SLEEP, 1.0 / 9).p()).isEqualTo(0.020857022957686787, EXACT);
  }

  @Test
  void differencesThatDoNotVaryHaveNoPairedTest() {
    double third = 100.0 / 3;
    PairedTest same = PairedTest.of(differences(new double[] {third, 98.3, 97.1}, shifted()), 0);
    assertThat(same.statistic()).isNaN();
    assertThat(same.p()).isNaN();
    assertThat(same.mean()).isEqualTo(-0.1, EXACT);
    assertThat(PairedTest.of(new double[3], 0).p()).isNaN();
  }

  private static double[] shifted() {
    return new double[] {100.0 / 3 + 0.1, 98.3 + 0.1, 97.1 + 0.1};
  }

  @Test
  void signFlipTestCountsAllAssignments() {
    assertThat(SignFlipTest.of(MAIZE).p()).isEqualTo(1726.0 / 32768, EXACT); // Fisher 1935
    assertThat(SignFlipTest.of(SLEEP).p()).isEqualTo(4.0 / 1024, EXACT);
    assertThat(SignFlipTest.of(new double[] {1, 1, -1}).p()).isEqualTo(1, EXACT);
    assertThat(SignFlipTest.of(new double[] {1, -1}).p()).isEqualTo(1, EXACT);
    assertThat(SignFlipTest.of(new double[] {0.3}).p()).isEqualTo(1, EXACT);
  }

  @Test
  void fiveSeedsCannotGiveASmallerSignFlipPThanOneSixteenth() {
    double[] five = {0.19, 0.13, 0.12, 0.05, 0.26};
    assertThat(SignFlipTest.of(five)).isEqualTo(new SignFlipTest(0.0625, 0.0625));
    assertThat(SignFlipTest.of(new double[] {1, 0, 2}).smallest()).isEqualTo(0.5, EXACT);
    assertThat(SignFlipTest.of(new double[4])).isEqualTo(new SignFlipTest(1, 1));
  }

  @Test
  void signFlipTestOfManyDifferencesAgreesWithItsBinomialLaw() {
    double[] equal = new double[SignFlipTest.LARGEST];
    Arrays.fill(equal, 0.1);
    equal[0] = -0.1;
    double atLeast39Of40 = 41 / Math.pow(2, 40);
    assertThat(SignFlipTest.of(equal).p()).isEqualTo(2 * atLeast39Of40, within(1e-20));
  }

  @Test
  void mcNemarCountsAndTestsTheImagesThatOnlyOneGetsRight() {
    McNemarTest test =
        McNemarTest.of(
            new byte[] {1, 2, 3, 4, 5}, new byte[] {1, 2, 0, 4, 0}, new byte[] {1, 0, 3, 0, 0});
    assertThat(test).isEqualTo(new McNemarTest(1, 2, 1, 1));
    assertThat(new McNemarTest(0, 5, 15, 0).p()).isEqualTo(0.04138946533203125, EXACT);
    assertThat(new McNemarTest(9, 121, 59, 9).p()).isEqualTo(4.4344492637551645e-06, EXACT);
    assertThat(new McNemarTest(9, 10, 10, 0).p()).isEqualTo(1, EXACT);
    assertThat(new McNemarTest(9, 0, 0, 1).p()).isEqualTo(1, EXACT);
    assertThatThrownBy(() -> McNemarTest.of(new byte[2], new byte[2], new byte[3]))
        .hasMessageContaining("different images");
  }

  /** R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm"). */
  @Test
  void holmAdjustsLikeR() {
    assertThat(Holm.adjusted(new double[] {0.01, 0.04, 0.03, 0.005}))
        .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, EXACT);
    assertThat(Holm.adjusted(new double[] {0.5, Double.NaN, 0.9}))
        .containsExactly(new double[] {1, Double.NaN, 1}, EXACT);
  }
}
