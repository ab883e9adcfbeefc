package org.lenetlab.results.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lenetlab.api.experiment.Expectation;
import org.lenetlab.api.experiment.Expectation.Count;
import org.lenetlab.api.experiment.Expectation.Reference;
import org.lenetlab.api.experiment.Metric;
import org.lenetlab.results.store.RunRecord.Outcome;
import org.lenetlab.results.store.TestRuns;
import org.lenetlab.results.table.TableFormat;

final class JudgeTest {
  private static final double[] FIVE = {98.7, 98.8, 98.9, 98.6, 99.0};

  private static List<Judgement> judge(Expectation claim, double... percents) {
    List<Outcome> runs = DoubleStream.of(percents).mapToObj(TestRuns::outcome).toList();
    return Judge.judge(List.of(claim), runs, Optional.of(TestRuns.network()));
  }

  private static Expectation claim(
      Metric metric,
      @Nullable Integer epoch,
      @Nullable Double printed,
      @Nullable Reference reference,
      @Nullable Double tolerance) {
    return new Expectation(
        metric,
        null,
        null,
        null,
        epoch,
        List.of(),
        null,
        printed,
        null,
        reference,
        tolerance,
        "",
        "",
        "somewhere");
  }

  private static Expectation accuracy(double mean, double sd, @Nullable Double tolerance) {
    return claim(Metric.TEST_ACCURACY, null, null, new Reference(mean, sd, 5), tolerance);
  }

  private static Expectation structure(
      @Nullable Count count, @Nullable String shape, @Nullable String layer, Double... value) {
    return new Expectation(
        null,
        count,
        shape,
        layer,
        null,
        List.of(value),
        null,
        null,
        null,
        null,
        null,
        "",
        "x",
        "s");
  }

  @Test
  void meanWithinTheToleranceIsReproduced() {
    assertThat(judge(accuracy(98.9, 0, 0.11), FIVE))
        .extracting(Judgement::verdict)
        .containsExactly(Verdict.REPRODUCED);
    Judgement missed = judge(accuracy(99.0, 0, 0.11), FIVE).getFirst();
    assertThat(missed.verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
    assertThat(missed.detail()).isEqualTo("by 0.09");
  }

  @Test
  void defaultToleranceGrowsWithTheReferencesNoise() {
    assertThat(judge(accuracy(98.66, 0, null), FIVE).getFirst().rule()).isEqualTo("mean ± 0.15");
    assertThat(judge(accuracy(97.0, 2, null), FIVE).getFirst())
        .returns("mean ± 2.53", Judgement::rule)
        .returns(Verdict.REPRODUCED, Judgement::verdict);
  }

  @Test
  void lossesHaveARelativeTolerance() {
    Expectation loss = claim(Metric.TEST_LOSS, null, null, new Reference(0.12, 0.01, 5), null);
    assertThat(judge(loss, FIVE).getFirst())
        .returns("mean ± 0.0060", Judgement::rule)
        .returns(Verdict.REPRODUCED, Judgement::verdict);
  }

  @Test
  void figureExactlyAtTheToleranceIsReproducedWhateverItIsInBinary() {
    assertThat(98.95 - 98.80).isGreaterThan(0.15);
    assertThat(judge(accuracy(98.95, 0, 0.15), 98.8, 98.8, 98.8, 98.8, 98.8).getFirst())
        .returns(Verdict.REPRODUCED, Judgement::verdict);
  }

  @Test
  void figureMissedByLittleIsNotSaidToBeMissedByZero() {
    assertThat(judge(accuracy(98.954, 0, 0.15), 98.8, 98.8, 98.8, 98.8, 98.8).getFirst())
        .returns(Verdict.NOT_REPRODUCED, Judgement::verdict)
        .returns("by less than 0.01", Judgement::detail);
  }

  @Test
  void claimWithoutFigureShowsOursAndIsNotJudged() {
    Expectation none = claim(Metric.TEST_ACCURACY, null, null, null, null);
    assertThat(judge(none, FIVE))
        .singleElement()
        .returns("", Judgement::claimed)
        .returns("98.80 ± 0.16 (5)", Judgement::ours)
        .returns(Verdict.NO_FIGURE, Judgement::verdict);
    assertThat(judge(none)).singleElement().returns(Verdict.NO_FIGURE, Judgement::verdict);
  }

  @Test
  void figureOfExamplesThatThereWereNoneOfIsNotMeasured() {
    Expectation validation = claim(Metric.VALIDATION_ERROR, null, 1.0, null, null);
    assertThat(judge(validation, FIVE).getFirst())
        .returns(Verdict.NOT_MEASURED, Judgement::verdict)
        .returns("", Judgement::ours);
  }

  @Test
  void runsThatAgreeCompletelyHaveAToleranceAllTheSame() {
    Expectation printed = claim(Metric.TEST_ACCURACY, null, 98.9, null, null);
    assertThat(judge(printed, 98.8, 98.8, 98.8, 98.8, 98.8).getFirst())
        .returns("98.80 ± 0.00 (5)", Judgement::ours)
        .returns(Verdict.REPRODUCED, Judgement::verdict);
  }

  @Test
  void countsAreNotMeasuredWhereTheNetworkCannotBePlanned() {
    Expectation claim = structure(Count.PARAMETERS, null, null, 17.0);
    assertThat(Judge.judge(List.of(claim), List.of(), Optional.empty()).getFirst())
        .returns(Verdict.NOT_MEASURED, Judgement::verdict)
        .returns("", Judgement::detail);
  }

  @Test
  void fewerThanFiveSeedsGiveNoVerdict() {
    assertThat(judge(accuracy(98.8, 0.1, null), 98.8, 98.8, 98.8, 98.8).getFirst().verdict())
        .isEqualTo(Verdict.NEEDS_SEEDS);
    assertThat(judge(accuracy(98.8, 0.1, null)).getFirst().verdict())
        .isEqualTo(Verdict.NOT_MEASURED);
  }

  @Test
  void printedFigureOfOneRunIsJudgedApart() {
    Expectation both = claim(Metric.TEST_ACCURACY, null, 99.3, new Reference(98.8, 0.1, 5), 0.1);
    assertThat(judge(both, FIVE))
        .extracting(Judgement::verdict)
        .containsExactly(Verdict.REPRODUCED, Verdict.NOT_REPRODUCED);
    Expectation near = claim(Metric.TEST_ACCURACY, null, 99.2, null, 0.1);
    assertThat(judge(near, FIVE).getFirst().verdict()).isEqualTo(Verdict.REPRODUCED);
  }

  @Test
  void claimOfAnEpochIsJudgedByThatEpoch() {
    Expectation first = claim(Metric.TEST_ACCURACY, 1, 49.4, null, null);
    assertThat(judge(first, FIVE).getFirst())
        .returns("test-accuracy %, epoch 1", Judgement::subject)
        .returns(Verdict.REPRODUCED, Judgement::verdict);
    Expectation third = claim(Metric.TEST_ACCURACY, 3, 98.0, null, null);
    assertThat(judge(third, FIVE).getFirst().verdict()).isEqualTo(Verdict.NOT_MEASURED);
  }

  @Test
  void lowestRunDecidesWhetherSomeRunIsBelow() {
    Expectation claim =
        new Expectation(
            Metric.TEST_ACCURACY,
            null,
            null,
            null,
            null,
            List.of(),
            null,
            null,
            20.0,
            null,
            null,
            "",
            "",
            "somewhere");
    assertThat(judge(claim, 70, 10, 65, 72, 58).getFirst())
        .returns("some run below 20.00", Judgement::claimed)
        .returns("lowest 10.00 (5)", Judgement::ours)
        .returns(Verdict.REPRODUCED, Judgement::verdict);
    assertThat(judge(claim, 70, 21, 65, 72, 58).getFirst())
        .returns(Verdict.NOT_REPRODUCED, Judgement::verdict)
        .returns("by 1.00", Judgement::detail);
  }

  @Test
  void countsAndShapesHoldExactlyOrNot() {
    assertThat(judge(structure(Count.PARAMETERS, null, null, 17.0)).getFirst().verdict())
        .isEqualTo(Verdict.REPRODUCED);
    assertThat(judge(structure(Count.PARAMETERS, null, "hidden", 9.0)).getFirst())
        .returns(Verdict.NOT_REPRODUCED, Judgement::verdict)
        .returns("8", Judgement::ours);
    assertThat(judge(structure(Count.LAYERS, null, null, 2.0)).getFirst().verdict())
        .isEqualTo(Verdict.REPRODUCED);
    assertThat(judge(structure(null, "hidden", null, 2.0, 1.0, 1.0)).getFirst().verdict())
        .isEqualTo(Verdict.REPRODUCED);
    assertThat(judge(structure(null, "C9", null, 2.0, 1.0, 1.0)).getFirst())
        .returns(Verdict.NOT_MEASURED, Judgement::verdict)
        .returns("the network has no layer C9", Judgement::detail);
  }

  @Test
  void errataStandBesideTheirClaim() {
    List<Judgement> judgements = judge(structure(Count.UNITS, null, "output", 3.0));
    assertThat(TableFormat.CONSOLE.render(ClaimTable.of(judgements)))
        .contains("source s", "units of output [1]", "reproduced")
        .endsWith("[1] Erratum: x\n");
  }
}
