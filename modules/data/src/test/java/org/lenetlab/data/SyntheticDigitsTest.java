package org.lenetlab.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lenetlab.api.data.ByteImages;
import org.lenetlab.api.data.DataAccess;
import org.lenetlab.api.data.Dataset;
import org.lenetlab.api.data.Examples;

class SyntheticDigitsTest {
  private static final DataAccess NO_DATA =
      new DataAccess(List.of(), Path.of(""), null, Path.of(""), true, step -> {});

  @Test
  void theSameSeedGivesTheSameImagesOnEveryMachine() {
    Dataset dataset = load(200, 100, 1998);

    assertThat(dataset.hash())
        .isEqualTo(load(200, 100, 1998).hash())
        .isEqualTo("75d761fee28b8b7f6ea54acd573c971d4fbf7b57f893795522be814fb6cd1d51")
        .isNotEqualTo(load(200, 100, 1999).hash());
  }

  @Test
  void fewerImagesAreAPartOfMore() {
    Dataset few = load(10, 5, 1);
    Dataset more = load(50, 20, 1);

    assertThat(bytes(more.training())).startsWith(bytes(few.training()));
    assertThat(more.training().labels()).startsWith(few.training().labels());
    assertThat(bytes(more.test())).startsWith(bytes(few.test()));
    assertThat(Arrays.mismatch(bytes(more.training()), bytes(more.test()))).isLessThan(28 * 28);
  }

  @Test
  void everyDigitOccursAboutEquallyOften() {
    int[] counts = new int[10];
    for (byte label : load(2000, 1, 3).training().labels()) {
      counts[label]++;
    }
    assertThat(counts).hasSize(10);
    assertThat(Arrays.stream(counts)).allMatch(count -> count > 140 && count < 260);
  }

  @Test
  void thePaperIsDarkAndTheInkBright() {
    byte[] pixels = bytes(load(500, 1, 3).training());
    int dark = 0;
    int bright = 0;
    for (byte pixel : pixels) {
      dark += (pixel & 0xFF) < 50 ? 1 : 0;
      bright += (pixel & 0xFF) > 150 ? 1 : 0;
    }
    assertThat((double) dark / pixels.length).isBetween(0.7, 0.9);
    assertThat((double) bright / pixels.length).isBetween(0.05, 0.2);
  }

  @Test
  void theTitleSaysThatItIsSynthetic() {
    assertThat(new SyntheticDigits(1, 1, 0).info(NO_DATA).title()).contains("synthetic");
  }

  @Test
  void aLinearModelLearnsItButStaysBelow95Percent() {
    Dataset dataset = load(10_000, 2_000, 1998);
    SoftmaxRegression model = new SoftmaxRegression(28 * 28);

    model.train(dataset.training(), 6, 0.05f);

    assertThat(model.accuracy(dataset.test())).isBetween(0.8, 0.95);
  }

  private static Dataset load(int training, int test, long seed) {
    return new SyntheticDigits(training, test, seed).load(NO_DATA);
  }

  private static byte[] bytes(Examples examples) {
    return ((ByteImages) examples.images()).bytes();
  }
}
