package org.lenetlab.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.experiment.Experiment;

/** What a {@code sweep} block stands for. */
final class SweepTest {
  @TempDir private Path folder;
  private YamlFile files = new YamlFile(Path.of(""));

  @BeforeEach
  void makesTheFolder() {
    files = new YamlFile(folder);
  }

  private Trials trials(String sweep, String... overrides) {
    return files.trials(YamlFile.SMALL + "sweep:\n" + sweep.indent(2), overrides);
  }

  private List<Experiment> experiments(String sweep) {
    Trials trials = trials(sweep);
    assertThat(trials.problems()).isEmpty();
    return trials.trials().stream().map(trial -> trial.complete().experiment()).toList();
  }

  private static List<String> names(Trials trials) {
    return trials.trials().stream().map(trial -> Trials.name(trial.axes())).toList();
  }

  /** The report on the block and on its trials. */
  private String complaints(String sweep, String... overrides) {
    Trials trials = trials(sweep, overrides);
    List<Diagnostic> problems = new ArrayList<>(trials.problems());
    trials.trials().forEach(trial -> problems.addAll(trial.problems()));
    return Report.of(Report.sorted(problems)).replace(folder + "/", "");
  }

  @Test
  void aFileWithoutASweepIsOneTrial() {
    Trials trials = files.trials(YamlFile.SMALL);
    assertThat(trials.sweep()).isEmpty();
    assertThat(trials.trials()).singleElement().satisfies(t -> assertThat(t.axes()).isEmpty());
  }

  @Test
  void aGridHasEveryCombinationTheLastAxisFastest() {
    Trials trials = trials("axes: {training.epochs: [1, 2], loss: [mse, cross-entropy]}");
    assertThat(names(trials))
        .containsExactly(
            "epochs=1, loss=mse",
            "epochs=1, loss=cross-entropy",
            "epochs=2, loss=mse",
            "epochs=2, loss=cross-entropy");
    Experiment third = trials.trials().get(2).complete().experiment();
    assertThat(third.training().epochs()).isEqualTo(2);
    assertThat(third.loss()).isInstanceOf(Loss.MeanSquaredError.class);
  }

  @Test
  void aValueMayBeAWholeBlockWithALabelOfItsOwn() {
    String blocks =
        """
        axes:
          optimizer:
            - {name: sgd, learning-rate: 0.5}
            - {name: momentum, momentum: 0.8}
        """;
    assertThat(names(trials(blocks)))
        .containsExactly("optimizer=sgd, learning-rate 0.5", "optimizer=momentum, momentum 0.8");
    assertThat(experiments(blocks).get(1).optimizer().learningRate().rate(1, 1)).isEqualTo(0.1);
    String named = "axes: {optimizer: {plain: {learning-rate: 0.5}, heavy: {name: momentum}}}";
    assertThat(names(trials(named))).containsExactly("optimizer=plain", "optimizer=heavy");
  }

  @Test
  void namedSetsOfChangesAreOneAxis() {
    String sets = "axes: {rung: {a: {}, b: {loss: mse, training.epochs: 5}, c: {loss: mse}}}";
    assertThat(names(trials(sets))).containsExactly("rung=a", "rung=b", "rung=c");
    assertThat(experiments(sets))
        .extracting(experiment -> experiment.training().epochs())
        .containsExactly(2, 5, 2);
  }

  @Test
  void cumulativeSetsKeepTheChangesBefore() {
    List<Experiment> rungs =
        experiments("axes: {rung: {cumulative: {a: {}, b: {training.epochs: 5}, c: {loss: mse}}}}");
    assertThat(rungs)
        .extracting(experiment -> experiment.training().epochs())
        .containsExactly(2, 5, 5);
    assertThat(rungs.get(1).loss()).isInstanceOf(Loss.CrossEntropy.class);
    assertThat(rungs.get(2).loss()).isInstanceOf(Loss.MeanSquaredError.class);
  }

  @Test
  void layersAreSweptByName() {
    Trials trials =
        files.trials(
            YamlFile.smallWith(
                    "architecture: {name: layers, layers: [conv: {name: C1, maps: 6, kernel: 5}]}")
                + "sweep: {axes: {architecture.layers.C1.maps: [4, 8]}}\n");
    assertThat(trials.trials().get(1).complete().resolved()).contains("maps: 8", "kernel: 5");
  }

  @Test
  void nothingLeavesAKeyOut() {
    List<Experiment> trials =
        experiments("axes: {training.early-stopping: [null, {patience: 3}], loss: [null, mse]}");
    assertThat(trials.getFirst().training().earlyStopping()).isNull();
    assertThat(trials.getFirst().loss()).isInstanceOf(Loss.CrossEntropy.class);
    assertThat(trials.getLast().training().earlyStopping()).isNotNull();
  }

  @Test
  void excludedCombinationsAreLeftOut() {
    String axes = "axes: {training.epochs: [1, 2, 3], loss: [mse, cross-entropy]}\n";
    Trials trials = trials(axes + "exclude: [{training.epochs: [1, 2], loss: mse}]");
    assertThat(names(trials)).hasSize(4).doesNotContain("epochs=1, loss=mse", "epochs=2, loss=mse");
    assertThat(trials(axes + "baseline: {loss: mse}").sweep().orElseThrow().baseline())
        .isEqualTo(Map.of("loss", Set.of("mse")));
  }

  @Test
  void longValuesAreNamedAsTheyAreWritten() {
    String sets =
        """
        axes:
          optimizer:
            - {name: sgd, learning-rate: {cosine: {from: 0.125, to: 0.0625, epochs: 12345}}}
            - {learning-rate: {cosine: {epochs: 12345, from: 0.5, to: 0.0625}}, name: sgd}
        baseline:
          optimizer: {name: sgd, learning-rate: {cosine: {epochs: 12345, from: 0.50, to: 0.0625}}}
        exclude:
          - optimizer: {name: sgd, learning-rate: {cosine: {from: 0.125, to: 0.0625, epochs: 12345}}}
        """;
    Trials trials = trials(sets);
    assertThat(trials.problems()).isEmpty();
    assertThat(names(trials)).containsExactly("optimizer=#2");
    assertThat(trials.sweep().orElseThrow().baseline())
        .isEqualTo(Map.of("optimizer", Set.of("#2")));
    assertThat(complaints(sets.replace("from: 0.50", "from: 0.75")))
        .contains("the axis optimizer has no value 'sgd, learning-rate {cosine: {epochs: 12345, ");
  }

  @Test
  void anIntervalIsTwoNumbersAndNothingElse() {
    for (String bounds : List.of("[0.01, foo, 0.1]", "[foo, 0.1]", "[1]", "0.1", "[2, 1]")) {
      String sweep =
          "strategy: {name: random, trials: 2}\naxes: {optimizer.learning-rate: {uniform: ";
      assertThat(complaints(sweep + bounds + "}}"))
          .as(bounds)
          .contains(
              "error: uniform must have [from, to], such as [0.001, 1]", "uniform: " + bounds);
    }
  }

  @Test
  void moreRandomTrialsKeepTheFirstOnes() {
    String sweep =
        """
        strategy: {name: random, trials: %d}
        axes:
          optimizer.learning-rate: {log-uniform: [0.001, 1]}
          training.batch-size: {int: [4, 64]}
          loss: {choice: [mse, cross-entropy]}
        """;
    List<String> few = names(trials(sweep.formatted(5)));
    assertThat(few).hasSize(5).doesNotHaveDuplicates();
    assertThat(names(trials(sweep.formatted(50))))
        .hasSize(50)
        .startsWith(few.toArray(String[]::new));
    for (Experiment experiment : experiments(sweep.formatted(50))) {
      assertThat(experiment.optimizer().learningRate().rate(1, 1)).isBetween(0.001, 1.0);
      assertThat(experiment.training().batchSize()).isBetween(4, 64);
    }
  }

  @Test
  void fewerPointsThanAskedForAreAWarning() {
    assertThat(complaints("strategy: {name: random, trials: 9}\naxes: {training.epochs: [1, 2]}"))
        .contains("warning: there are only 2 different trials", "of 9 that were asked for");
  }

  @Test
  void allMistakesAreToldAtOnceEachAtItsPlace() {
    String report =
        complaints(
            """
            axes:
              training.epoch: [1, 2]
              optimzer.name: [sgd]
              seed: [1, 2]
              optimizer.learning-rate: {log-uniform: [0.1, 1]}
              loss: [msee, mse]
              training.batch-size: 3
              rung: {a: 4, b: {losss: mse}}
              shuffle: []
            exclude: [{loss: mze}, {los: mse}]
            exclud: 4
            """);
    assertThat(report)
        .contains(
            "unknown key 'epoch' in training",
            "an experiment has no key 'optimzer'",
            "did you mean 'optimizer'?",
            "seed cannot be swept",
            "a grid needs a list of values",
            "unknown loss 'msee'",
            "expected the values of an axis",
            "expected the changes that 'a' stands for",
            "an experiment has no key 'losss'",
            "an experiment has no key 'shuffle'",
            "the axis loss has no value 'mze'",
            "there is no axis 'los'",
            "unknown key 'exclud' in sweep")
        .contains("8 |     training.epoch: [1, 2]\n  |              ^^^^^ did you mean 'epochs'?");
  }

  @Test
  void anOverrideCannotChangeWhatAnAxisChanges() {
    String sweep = "axes: {optimizer.learning-rate: [0.1, 0.2]}";
    assertThat(complaints(sweep, "optimizer.learning-rate=0.5"))
        .contains("the sweep changes this in its trials", "--set optimizer.learning-rate=0.5");
    assertThat(complaints(sweep, "training.epochs=3")).isEmpty();
  }

  @Test
  void aSweepOverAParentsMergesWithIt() {
    files.write("parent.yaml", YamlFile.SMALL + "sweep: {axes: {training.epochs: [1, 2]}}\n");
    Trials trials = files.trials("extends: parent.yaml\nsweep: {axes: {loss: [mse]}}\n");
    assertThat(names(trials)).containsExactly("epochs=1, loss=mse", "epochs=2, loss=mse");
  }

  @Test
  void aGridBeyondMeasureIsRefused() {
    String axis = "{choice: [" + "1, 2, 3, 4, 5, 6, 7, 8, 9, 10" + "]}";
    assertThat(
            complaints(
                "axes: {training.epochs: %1$s, training.batch-size: %1$s, training.log-every: %1$s,"
                        .formatted(axis)
                    + " dataset.limit: %1$s, optimizer.learning-rate: %1$s, dataset.validation: %1$s}"
                        .formatted(axis)))
        .contains("a grid of 1,000,000 trials");
  }
}
