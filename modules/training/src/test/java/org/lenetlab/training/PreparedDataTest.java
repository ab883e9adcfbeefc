package org.lenetlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lenetlab.api.spec.SpecException;

class PreparedDataTest {

  @Test
  void trainingAndValidationAreDisjointAndTogetherAll() {
    PreparedData.Split split = Runs.data(null, 20).split(3);

    assertThat(split.training().count()).isEqualTo(80);
    assertThat(
            Stream.of(split.training(), split.validation())
                .flatMapToInt(part -> Arrays.stream(part.indices()))
                .sorted())
        .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
    assertThat(split.test().indices()).isEqualTo(IntStream.range(0, 30).toArray());
  }

  @Test
  void imagesAreSharedAndKeepTheirOrder() {
    PreparedData data = Runs.data(null, 20);
    PreparedData.Split split = data.split(3);

    assertThat(split.training().examples()).isSameAs(data.training());
    assertThat(split.training().indices()).isSorted();
  }

  @Test
  void splitIsDrawnByTheSeed() {
    PreparedData data = Runs.data(null, 20);

    assertThat(validation(data.split(3)))
        .isEqualTo(validation(data.split(3)))
        .isNotEqualTo(validation(data.split(4)));
  }

  @Test
  void limitDoesNotMoveTheValidationExamples() {
    PreparedData.Split limited = Runs.data(50, 20).split(3);
    PreparedData.Split whole = Runs.data(null, 20).split(3);

    assertThat(limited.training().count()).isEqualTo(50);
    assertThat(validation(limited)).isEqualTo(validation(whole));
    assertThat(whole.training().indices()).contains(limited.training().indices());
  }

  @Test
  void withoutSplitAllExamplesTrain() {
    PreparedData.Split split = Runs.data(null, 0).split(3);

    assertThat(split.validation()).isNull();
    assertThat(split.training().indices()).isEqualTo(IntStream.range(0, 100).toArray());
  }

  @Test
  void tooFewExamplesAreLocated() {
    assertThatThrownBy(() -> Runs.data(null, 100))
        .isInstanceOf(SpecException.class)
        .hasMessage("validation: expected fewer than the 100 training examples of the dataset");
    assertThatThrownBy(() -> Runs.data(90, 20))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "limit: expected at most 80: the dataset has 100 training examples,"
                + " of which validation takes 20");
  }

  private static int[] validation(PreparedData.Split split) {
    return Objects.requireNonNull(split.validation()).indices();
  }
}
