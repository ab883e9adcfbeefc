package org.lenetlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lenetlab.api.data.Augmentation;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.experiment.DatasetBlock;
import org.lenetlab.api.optimizer.Schedule;

class BatchLoaderTest {
  private static final Augmentation BROKEN =
      (shape, from, to, background, random) -> {
        throw new ArithmeticException("broken");
      };

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 32, 64, 100, 128})
  void prefetchedBatchesAreThosePreparedWhenAskedFor(int batchSize) {
    TrainingPlan plan = plan(batchSize, new Runs.Brighten());

    assertThat(contents(plan, true)).isEqualTo(contents(plan, false));
  }

  @Test
  void severalThreadsPrepareTheSameImages() {
    TrainingPlan plan = plan(100, new Runs.Brighten());
    Pass pass = pass(plan, 1);
    Batch batch = pass.newBatch();
    pass.begin(0, batch);
    IntStream.range(0, 100).parallel().forEach(i -> batch.images(i, i + 1));

    assertThat(batch.images()).isEqualTo(whole(plan, 1).images());
  }

  @Test
  void onlyBatchesThatTakeTimeAreLoadedAhead() {
    assertThat(isAhead(plan(1))).isFalse();
    assertThat(isAhead(plan(1, new Runs.Brighten()))).isTrue();
    assertThat(isAhead(plan(64))).isTrue();
  }

  private static boolean isAhead(TrainingPlan plan) {
    try (BatchLoader loader = BatchLoader.of(pass(plan, 1), true)) {
      return loader instanceof PrefetchingLoader;
    }
  }

  @Test
  void everyExampleComesOnceInAnEpoch() {
    Pass pass = pass(plan(7), 1);
    List<Integer> seen = new ArrayList<>();
    try (BatchLoader loader = BatchLoader.of(pass, true)) {
      for (int i = 0; i < pass.batches(); i++) {
        Batch batch = loader.next();
        assertThat(batch.size()).isEqualTo(i < 14 ? 7 : 2);
        Arrays.stream(batch.indices()).limit(batch.size()).forEach(seen::add);
      }
    }
    assertThat(seen).hasSize(100).doesNotHaveDuplicates().isNotEqualTo(sorted(seen));
  }

  @Test
  void orderAndAugmentationAreNewInEveryEpoch() {
    TrainingPlan plan = plan(100, new Runs.Brighten());
    Batch first = whole(plan, 1);
    Batch again = whole(plan, 1);
    Batch second = whole(plan, 2);

    assertThat(again.images()).isEqualTo(first.images());
    assertThat(second.indices()).isNotEqualTo(first.indices());
    assertThat(pixelOf(second, 42)).isNotEqualTo(pixelOf(first, 42));
  }

  @Test
  void epochsDrawFromThePoolOfFixedVariants() {
    TrainingPlan plan = Runs.plan(pool(10), Runs.training(1, 100), new Schedule.Constant(0.1));
    Set<Float> seen = new HashSet<>();
    int originals = 0;
    for (int epoch = 1; epoch <= 30; epoch++) {
      Batch batch = whole(plan, epoch);
      for (int i = 0; i < batch.size(); i++) {
        int index = batch.indices()[i];
        float pixel = batch.images()[i * batch.imageSize()];
        originals += pixel == original(plan, index) ? 1 : 0;
        if (index == 42) {
          seen.add(pixel);
        }
      }
    }

    assertThat(seen).hasSizeBetween(7, 10);
    assertThat(originals).isBetween(200, 400);
  }

  @Test
  void withoutAugmentationValuesAreThoseOfTheImages() {
    TrainingPlan plan = plan(100);
    Batch batch = whole(plan, 1);

    assertThat(pixelOf(batch, 42)).isEqualTo(original(plan, 42));
  }

  @Test
  void failureOfTheBackgroundThreadReachesTheTraining() {
    Pass pass = pass(plan(8, BROKEN), 1);
    try (BatchLoader loader = BatchLoader.of(pass, true)) {
      assertThatThrownBy(loader::next)
          .isInstanceOf(IllegalStateException.class)
          .hasRootCauseMessage("broken");
    }
  }

  private static TrainingPlan plan(int batchSize, Augmentation... augment) {
    return Runs.plan(
        Runs.data(null, 0, augment), Runs.training(1, batchSize), new Schedule.Constant(0.1));
  }

  private static PreparedData pool(int variants) {
    DatasetBlock block = Runs.block(null, 0, new Runs.Brighten());
    return PreparedData.prepare(
        new DatasetBlock(block.source(), null, 0, block.transform(), block.augment(), variants),
        Runs.dataset());
  }

  private static float original(TrainingPlan plan, int index) {
    float[] values = new float[Runs.SHAPE.size()];
    plan.data().training().images().values(index, values, 0);
    return values[0];
  }

  private static Pass pass(TrainingPlan plan, int epoch) {
    return Pass.training(plan, plan.data().split(Runs.SEED).training(), epoch);
  }

  private static Batch whole(TrainingPlan plan, int epoch) {
    Pass pass = pass(plan, epoch);
    Batch batch = pass.newBatch();
    pass.begin(0, batch);
    return batch;
  }

  private static float pixelOf(Batch batch, int index) {
    for (int i = 0; i < batch.size(); i++) {
      if (batch.indices()[i] == index) {
        return batch.images()[i * batch.imageSize()];
      }
    }
    throw new AssertionError("no example " + index);
  }

  private static List<Object> contents(TrainingPlan plan, boolean prefetch) {
    Pass pass = pass(plan, 1);
    List<Object> contents = new ArrayList<>();
    try (BatchLoader loader = BatchLoader.of(pass, prefetch)) {
      for (int i = 0; i < pass.batches(); i++) {
        Batch batch = loader.next();
        int values = batch.size() * batch.imageSize();
        contents.add(Arrays.toString(Arrays.copyOf(batch.images(), values)));
        contents.add(Arrays.toString(Arrays.copyOf(batch.labels(), batch.size())));
        contents.add(Arrays.toString(Arrays.copyOf(batch.indices(), batch.size())));
      }
    }
    return contents;
  }

  private static List<Integer> sorted(List<Integer> values) {
    return values.stream().sorted().toList();
  }
}
