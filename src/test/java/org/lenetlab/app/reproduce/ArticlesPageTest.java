package org.lenetlab.app.reproduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lenetlab.app.Lenet;

/** The pages on the articles have a place for every experiment that claims something. */
final class ArticlesPageTest {

  private static List<String> claiming() {
    String claims =
        Lenet.run(
                "reproduce",
                "experiments",
                "experiments/articles",
                "--untrained",
                "--format",
                "csv")
            .out();
    return claims
        .lines()
        .skip(1)
        .map(line -> line.substring(0, line.indexOf(',')))
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/articles.md", "docs/articles.zh-CN.md"})
  void everyExperimentWithClaimsHasAPlace(String page) {
    assertThat(claiming()).contains("simoniu", "lenet5-classic");
    assertThat(new MarkedFile(Path.of(page)).places())
        .containsAll(claiming())
        .contains("d2l-as-listed", "paddle-own-init", "lenet5-classic-distortions", "linear")
        .contains("summary");
  }

  @Test
  void translationHasTheSamePlacesInTheSameOrder() {
    assertThat(List.copyOf(new MarkedFile(Path.of("docs/articles.zh-CN.md")).places()))
        .isEqualTo(List.copyOf(new MarkedFile(Path.of("docs/articles.md")).places()));
  }
}
