package org.lenetlab.results.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
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

  @Test
  void settingsArePlainDecimals() {
    assertThat(Stream.of(5e-4, 5e-5, 1000.0, 0.1, 0.0, -2.5, 1e-6).map(NumbersTest::setting))
        .containsExactly("0.0005", "0.00005", "1000", "0.1", "0", "-2.5", "0.000001");
    assertThat(Stream.of(1e-8, 1.25e-7, 1e30).map(NumbersTest::setting))
        .containsExactly("1e-8", "1.25e-7", "1e30");
  }

  private static String setting(double value) {
    return Numbers.setting(BigDecimal.valueOf(value));
  }

  @Test
  void longTextsAreCutButStayApart() {
    String common = "X".repeat(90);
    assertThat(Shortening.of(List.of(common + "A", common + "B", "short")))
        .doesNotHaveDuplicates()
        .allMatch(text -> text.length() <= 62)
        .contains("short");
    assertThat(Shortening.of(List.of(common, common))).containsOnly("X".repeat(50) + "…");
  }
}
