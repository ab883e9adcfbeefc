package org.lenetlab.results.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lenetlab.api.experiment.Expectation;
import org.lenetlab.api.experiment.Expectation.Count;
import org.lenetlab.api.experiment.Expectation.Reference;
import org.lenetlab.api.experiment.Metric;
import org.lenetlab.results.claim.Reproduction.Commands;
import org.lenetlab.results.store.RunRecord;
import org.lenetlab.results.store.TestRuns;
import org.lenetlab.results.table.TableFormat;

final class ReproductionReportTest {
  private static final Reproduction DEMO =
      reproduction(
          List.of(
              claim(Metric.TEST_ERROR, null, 1.05, new Reference(1.2, 0.1, 5), "counts 9_999"),
              claim(Metric.TEST_LOSS, null, 0.2, null, ""),
              claim(null, Count.PARAMETERS, 17.0, null, "")),
          List.of(),
          98.7,
          98.8,
          98.9,
          98.6,
          99.0);

  private static Expectation claim(
      @Nullable Metric metric,
      @Nullable Count count,
      double figure,
      @Nullable Reference reference,
      String erratum) {
    return new Expectation(
        metric,
        count,
        null,
        null,
        null,
        count == null ? List.of() : List.of(figure),
        null,
        count == null ? figure : null,
        null,
        reference,
        null,
        "",
        erratum,
        "article \"demo\"");
  }

  private static Reproduction reproduction(
      List<Expectation> claims, List<String> obstacles, double... percents) {
    return new Reproduction(
        "demo",
        "Two layers",
        Judge.judge(
            claims,
            TestRuns.five(percents).stream().map(RunRecord::outcome).toList(),
            Optional.of(TestRuns.network())),
        obstacles,
        new Commands("lenet run demo.yaml --seed 1", "lenet describe demo.yaml"));
  }

  @Test
  void consoleShowsEveryFigureBesideItsClaim() {
    assertThat(ReproductionReport.render(List.of(DEMO), TableFormat.CONSOLE))
        .isEqualTo(
            """
            demo

            Two layers

            source article "demo"

            claim              published                   ours                  min–max         95 % interval   reproduced if            verdict
            ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
            test-error % [1]   reference 1.20 ± 0.10 (5)   1.20 ± 0.16 (5)       1.00–1.40           1.00–1.43   mean ± 0.15              reproduced
            test-error % [1]   1.05 (one run)              1.20 ± 0.16 (5)       1.00–1.40           1.00–1.43   mean ± (2 sd + 0.15)     reproduced
            test-loss          0.2000 (one run)            0.1250 ± 0.0000 (5)   0.1250–0.1250                   mean ± (2 sd + 0.0100)   not reproduced, by 0.0650
            parameters         17                          17                                                    exactly                  reproduced
            [1] Erratum: counts 9_999

            Train again: lenet run demo.yaml --seed 1

            Count again: lenet describe demo.yaml

            1 experiment, 4 claims: reproduced 3 · not reproduced 1
            """);
  }

  @Test
  void markdownShowsTheSame() {
    assertThat(ReproductionReport.render(List.of(DEMO), TableFormat.MARKDOWN))
        .isEqualTo(
            """
            ## demo

            Two layers

            source **article "demo"**

            | claim | published | ours | min–max | 95 % interval | reproduced if | verdict |
            | --- | --- | --- | --- | ---: | --- | --- |
            | test-error % [1] | reference 1.20 ± 0.10 (5) | 1.20 ± 0.16 (5) | 1.00–1.40 | 1.00–1.43 | mean ± 0.15 | reproduced |
            | test-error % [1] | 1.05 (one run) | 1.20 ± 0.16 (5) | 1.00–1.40 | 1.00–1.43 | mean ± (2 sd + 0.15) | reproduced |
            | test-loss | 0.2000 (one run) | 0.1250 ± 0.0000 (5) | 0.1250–0.1250 |  | mean ± (2 sd + 0.0100) | not reproduced, by 0.0650 |
            | parameters | 17 | 17 |  |  | exactly | reproduced |

            [1] Erratum: counts 9_999

            Train again: `lenet run demo.yaml --seed 1`

            Count again: `lenet describe demo.yaml`

            1 experiment, 4 claims: reproduced 3 · not reproduced 1
            """);
  }

  @Test
  void latexEscapesWhatItWouldTakeForCommands() {
    assertThat(ReproductionReport.render(List.of(DEMO), TableFormat.LATEX))
        .isEqualTo(
            """
            \\subsection*{demo}

            Two layers

            \\noindent source \\textbf{article ``demo''}

            \\begin{tabular}{llllrll} % \\usepackage{booktabs}
            \\toprule
            claim & published & ours & min--max & 95 \\% interval & reproduced if & verdict \\\\
            \\midrule
            test-error \\% {[}1] & reference 1.20 $\\pm$ 0.10 (5) & 1.20 $\\pm$ 0.16 (5) & 1.00--1.40 & 1.00--1.43 & mean $\\pm$ 0.15 & reproduced \\\\
            test-error \\% {[}1] & 1.05 (one run) & 1.20 $\\pm$ 0.16 (5) & 1.00--1.40 & 1.00--1.43 & mean $\\pm$ (2 sd + 0.15) & reproduced \\\\
            test-loss & 0.2000 (one run) & 0.1250 $\\pm$ 0.0000 (5) & 0.1250--0.1250 &  & mean $\\pm$ (2 sd + 0.0100) & not reproduced, by 0.0650 \\\\
            parameters & 17 & 17 &  &  & exactly & reproduced \\\\
            \\bottomrule
            \\end{tabular}

            {[}1] Erratum: counts 9\\_999

            Train again: \\texttt{lenet run demo.yaml -{}-seed 1}

            Count again: \\texttt{lenet describe demo.yaml}

            1 experiment, 4 claims: reproduced 3 $\\cdot$ not reproduced 1
            """);
  }

  @Test
  void csvHasEveryNumberInAColumnOfItsOwn() {
    assertThat(ReproductionReport.render(List.of(DEMO), TableFormat.CSV))
        .isEqualTo(
            """
            experiment,claim,source,published,ours,mean,sd,n,min,max,interval-low,interval-high,rule,verdict,detail,erratum,command
            demo,test-error %,"article ""demo""\",reference 1.20 ± 0.10 (5),1.20 ± 0.16 (5),1.2,0.15811388300841892,5,1.0,1.4,1.0045476139717913,1.4329306270062445,mean ± 0.15,reproduced,,counts 9_999,lenet run demo.yaml --seed 1
            demo,test-error %,"article ""demo""\",1.05 (one run),1.20 ± 0.16 (5),1.2,0.15811388300841892,5,1.0,1.4,1.0045476139717913,1.4329306270062445,mean ± (2 sd + 0.15),reproduced,,counts 9_999,lenet run demo.yaml --seed 1
            demo,test-loss,"article ""demo""\",0.2000 (one run),0.1250 ± 0.0000 (5),0.125,0.0,5,0.125,0.125,,,mean ± (2 sd + 0.0100),not reproduced,by 0.0650,,lenet run demo.yaml --seed 1
            demo,parameters,"article ""demo""\",17,17,,,,,,,,exactly,reproduced,,,lenet describe demo.yaml
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void obstaclesStandAboveTheTable() {
    Reproduction blocked =
        reproduction(
            List.of(claim(Metric.TEST_ERROR, null, 1.0, null, "")),
            List.of("Not trained: there is no MNIST here"));
    assertThat(ReproductionReport.section(blocked, TableFormat.MARKDOWN))
        .startsWith("Not trained: there is no MNIST here\n\nsource **article \"demo\"**")
        .contains("not measured")
        .endsWith("Train again: `lenet run demo.yaml --seed 1`\n");
  }

  @Test
  void summaryCountsTheVerdictsThatThereAre() {
    assertThat(ReproductionReport.summary(List.of(DEMO, DEMO)))
        .isEqualTo("2 experiments, 8 claims: reproduced 6 · not reproduced 2");
    assertThat(ReproductionReport.tally(DEMO))
        .isEqualTo("4 claims: reproduced 3 · not reproduced 1");
  }

  @Test
  void reproductionHoldsOnlyIfEveryFigureIsReproduced() {
    Expectation parameters = claim(null, Count.PARAMETERS, 17.0, null, "");
    Expectation unseen = claim(Metric.TEST_ERROR, null, 1.0, null, "");
    Expectation unpublished =
        new Expectation(
            Metric.TEST_ERROR,
            null,
            null,
            null,
            null,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            "",
            "",
            "x");
    assertThat(DEMO.holds()).isFalse();
    assertThat(reproduction(List.of(parameters, unpublished), List.of()).holds()).isTrue();
    assertThat(reproduction(List.of(parameters, unseen), List.of()).holds()).isFalse();
    assertThat(reproduction(List.of(unseen), List.of(), 99, 99, 99, 99).holds()).isFalse();
  }
}
