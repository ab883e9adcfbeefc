package org.lenetlab.results.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NumbersTest {
  @Test
  void figuresHaveDecimalsUntilTheyAreHuge() {
    assertThat(Numbers.figure(2.30258, 4)).isEqualTo("2.3026");
    assertThat(Numbers.figure(9999.5, 2)).isEqualTo("9999.50");
    assertThat(Numbers.figure(12_345, 4)).isEqualTo("1.23e4");
    assertThat(Numbers.figure(4.715456977834585e23, 4)).isEqualTo("4.72e23");
    assertThat(Numbers.figure(Double.NaN, 4)).isEqualTo("NaN");
  }
}
