package org.lenetlab.results.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lenetlab.results.store.RunRecord;
import org.lenetlab.results.store.TestRuns;

final class GroupTest {
  private static final String SGD = TestRuns.EXPERIMENT;
  private static final String FASTER = SGD.replace("0.1", "0.25");
  private static final String ADAM =
      SGD.replace("\"learning-rate\":0.1", "\"beta1\":0.9,\"learning-rate\":0.1")
          .replace("sgd", "adam");

  private static List<Run> runs(String... experiments) {
    return Stream.of(experiments).map(json -> new Run(TestRuns.finished(json, 1, 98))).toList();
  }

  private static List<String> labels(String path, List<Run> runs) {
    Axis axis = new Axis(path, runs);
    return runs.stream().map(axis::label).toList();
  }

  @Test
  void valuesAndBlocksHaveShortLabels() {
    List<Run> runs = runs(SGD, FASTER, ADAM);
    assertThat(labels("optimizer.learning-rate", runs)).containsExactly("0.1", "0.25", "0.1");
    assertThat(labels("optimizer", runs))
        .containsExactly("sgd, learning-rate 0.1", "sgd, learning-rate 0.25", "adam");
    assertThat(labels("architecture.units", runs)).containsOnly("[2]");
    assertThat(labels("architecture.units.0", runs)).containsOnly("2");
    assertThat(labels("optimizer.beta1", runs)).containsExactly("", "", "0.9");
  }

  @Test
  void keysOfTablesStandInTheOrderOfTheirNumbers() {
    String rates = "{\"10\":0.1,\"2\":0.25,\"1\":0.5,\"100\":0.00025}";
    List<Run> runs = runs(SGD.replace("[2]", rates));
    assertThat(labels("architecture.units", runs))
        .containsExactly("{1: 0.5, 2: 0.25, 10: 0.1, 100: 0.00025}");
  }

  @Test
  void scheduleIsOneValueUnderAnyName() {
    List<Run> runs =
        runs(
            SGD,
            SGD.replace("0.1", "{\"step\":{\"every\":1,\"factor\":0.5,\"from\":5.0E-4}}"),
            SGD.replace("0.1", "{\"cosine\":{\"from\":0.1,\"to\":0}}"),
            SGD.replace("0.1", "{\"1\":0.1,\"2\":1.0E-4}"));
    assertThat(Run.tried(runs)).containsExactly("optimizer.learning-rate");
    assertThat(labels("optimizer.learning-rate", runs))
        .containsExactly(
            "0.1", "step 0.0005 ×0.5 every 1", "cosine 0.1 → 0", "{1: 0.1, 2: 0.0001}");
    assertThat(labels("optimizer", runs)).contains("sgd, learning-rate cosine 0.1 → 0");
    assertThat(labels("optimizer.learning-rate.step.every", runs)).contains("1");
    assertThat(Run.paths(runs)).contains("optimizer.learning-rate.step.every");
  }

  @Test
  void layersAreFoundByName() {
    String layers =
        SGD.replace(
            "\"units\":[2]", "\"layers\":[{\"conv\":{\"maps\":6,\"name\":\"C1\"}},{\"pool\":2}]");
    assertThat(labels("architecture.layers.C1.maps", runs(layers))).containsExactly("6");
    assertThat(labels("architecture.layers.1.pool", runs(layers))).containsExactly("2");
    assertThat(labels("architecture.layers.C3.maps", runs(layers))).containsExactly("");
  }

  @Test
  void whatFollowsFromTheKindOfABlockIsNotTried() {
    assertThat(Run.tried(runs(SGD, ADAM))).containsExactly("optimizer.name");
    assertThat(Run.tried(runs(SGD, FASTER, ADAM)))
        .containsExactly("optimizer.learning-rate", "optimizer.name");
    assertThat(Run.tried(runs(SGD, SGD.replace("\"mnist\"", "\"mnist\",\"limit\":100"))))
        .containsExactly("dataset.limit");
  }

  @Test
  void axesOfASweepComeFirstAndCoverTheirBlocks() {
    List<RunRecord> records =
        Stream.of(SGD, FASTER)
            .map(json -> TestRuns.finished(json, 1, 98))
            .map(run -> run.withAxes(Map.of("optimizer", run.id())))
            .toList();
    List<Run> runs = Run.of(records);
    assertThat(Run.tried(runs)).containsExactly("optimizer");
    assertThat(labels("optimizer", runs)).containsExactly(records.get(0).id(), records.get(1).id());
  }

  private static List<Run> rungs(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(
            rung ->
                TestRuns.finished(rung.getValue(), 1, 98)
                    .withAxes(Map.of("rung", rung.getKey().strip())))
        .map(Run::new)
        .toList();
  }

  @Test
  void namedSetsOfChangesStandForAllThatTheySet() {
    List<Run> runs = Run.sorted(rungs(Map.of("10 adam", ADAM, "9 sgd", SGD)));
    assertThat(Run.tried(runs)).containsExactly("rung");
    assertThat(Run.untold(runs, List.of("rung"))).isEmpty();
    assertThat(Run.untold(runs, List.of("seed"))).containsExactly("optimizer.name");
    assertThat(labels("rung", runs)).containsExactly("9 sgd", "10 adam");
    assertThat(Group.of(runs, List.of(new Axis("rung", runs)))).hasSize(2);
  }

  @Test
  void settingsUnderOneNameAreStillToldApart() {
    assertThat(Run.tried(rungs(Map.of("sgd", SGD, "sgd ", FASTER))))
        .containsExactly("rung", "optimizer.learning-rate");
  }

  @Test
  void orderIsThatOfSettingsAndSeedsNotOfTime() {
    List<Run> runs =
        Stream.of(
                TestRuns.finished(SGD.replace("0.1", "10"), 2, 98),
                TestRuns.finished(SGD.replace("0.1", "9"), 1, 98),
                TestRuns.finished(SGD.replace("0.1", "10"), 1, 98))
            .map(Run::new)
            .toList();
    assertThat(Run.sorted(runs)).containsExactly(runs.get(1), runs.get(2), runs.get(0));
  }

  @Test
  void conditionsCompareNumbersAsNumbersAndBlocksByName() {
    Run run = new Run(TestRuns.finished(SGD, 3, 98.5));
    for (String holds :
        List.of(
            "optimizer=sgd",
            "optimizer.name=adam,sgd",
            "optimizer.name!=adam",
            "optimizer.learning-rate=0.10",
            "optimizer.learning-rate <= 0.1",
            "architecture.units=[2]",
            "optimizer.beta1=",
            "seed>2",
            "test-accuracy>98",
            "test-error<1.51",
            "experiment=demo")) {
      assertThat(Condition.parse(holds).holds(run)).as(holds).isTrue();
    }
    for (String fails :
        List.of("optimizer=adam", "seed>3", "optimizer.beta1<1", "optimizer.name!=sgd")) {
      assertThat(Condition.parse(fails).holds(run)).as(fails).isFalse();
    }
    assertThat(Condition.parse("test-accuracy>1").holds(new Run(TestRuns.begun(SGD, 1)))).isFalse();
  }

  @Test
  void conditionsThatAreNoneSayWhatWasExpected() {
    assertThatThrownBy(() -> Condition.parse("adam")).hasMessageContaining("such as");
    assertThatThrownBy(() -> Condition.parse("optimizer.name==adam"))
        .hasMessageContaining("a single =");
    assertThatThrownBy(() -> Condition.parse("seed<one")).hasMessageContaining("a number behind <");
  }
}
