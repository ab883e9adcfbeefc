package org.lenetlab.app.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lenetlab.api.experiment.EpochMetrics;
import org.lenetlab.api.experiment.Metric;
import org.lenetlab.api.experiment.Strategy;
import org.lenetlab.api.experiment.Strategy.Halving.Round;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.config.Trials;
import org.lenetlab.results.group.Axis;
import org.lenetlab.results.group.Figure;
import org.lenetlab.results.store.ResultsStore;
import org.lenetlab.results.store.RunRecord;
import org.lenetlab.results.table.Cell;
import org.lenetlab.results.table.Column;
import org.lenetlab.results.table.ResultTable;
import org.lenetlab.results.table.TableFormat;

/**
 * Trains trials in rounds, of which only the best go on. A trial that does not go on stays as it
 * is, paused: another sweep may go on with it, and the bits are those of a training without rounds.
 */
final class SuccessiveHalving {
  private static final Metric METRIC = Metric.VALIDATION_ACCURACY;
  private static final Figure FIGURE = Figure.VALIDATION_ACCURACY;
  private static final int MOST_RANKED = 30;

  private final Strategy.Halving strategy;
  private final List<Study> trials;
  private final ResultsStore store;
  private final Console console;

  SuccessiveHalving(
      Strategy.Halving strategy, List<Study> trials, ResultsStore store, Console console) {
    this.strategy = strategy;
    this.trials = trials;
    this.store = store;
    this.console = console;
  }

  /** Trains those of some runs that have not got to their pause. */
  interface Training {
    void train(List<Run> runs) throws InterruptedException;
  }

  /**
   * Where a trial stands.
   *
   * @param place in the file, from 0
   * @param epoch that it was trained to; 0 before the first round
   * @param score after that epoch
   */
  private record Standing(int place, Study trial, int epoch, double score) {
    /** Of equal ones, the first of the file. */
    static final Comparator<Standing> BEST_FIRST =
        Comparator.comparingDouble(Standing::score).reversed().thenComparing(Standing::place);

    static final Comparator<Standing> FARTHEST_FIRST =
        Comparator.comparingInt(Standing::epoch).reversed().thenComparing(BEST_FIRST);
  }

  /**
   * Does all rounds; what is there already is not trained again.
   *
   * @return the records of all runs that are over, in the order of the trials
   */
  List<RunRecord> run(Training training) throws InterruptedException {
    int epochs = trials.stream().mapToInt(SuccessiveHalving::epochs).max().orElseThrow();
    List<Standing> all = new ArrayList<>();
    trials.forEach(trial -> all.add(new Standing(all.size(), trial, 0, Double.NEGATIVE_INFINITY)));
    List<Standing> left = List.copyOf(all);
    int number = 1;
    for (Round round : strategy.rounds(trials.size(), epochs)) {
      List<Standing> going = left.subList(0, round.trials());
      training.train(runs(going.stream().map(Standing::trial).toList(), round.epoch()));
      left =
          going.stream()
              .map(trial -> standing(trial, round.epoch()))
              .sorted(Standing.BEST_FIRST)
              .toList();
      left.forEach(standing -> all.set(standing.place(), standing));
      tell(number, round, left.getFirst());
      number++;
    }
    console.println("");
    console.out().print(TableFormat.CONSOLE.render(ranking(all)));
    return records();
  }

  private Standing standing(Standing before, int epoch) {
    return new Standing(before.place(), before.trial(), epoch, score(before.trial(), epoch));
  }

  /** Those that got farthest first, with the last figure that they were judged by. */
  private static ResultTable ranking(List<Standing> all) {
    Set<String> axes = all.getFirst().trial().file().axes().keySet();
    List<Column> columns = new ArrayList<>();
    axes.forEach(axis -> columns.add(Column.axis(axis, new Axis(axis, List.of()).title())));
    columns.add(Column.figure("epochs", "epochs", 0));
    columns.add(Column.figure(FIGURE.toString(), FIGURE.title(), FIGURE.decimals()));
    List<List<Cell>> rows =
        all.stream()
            .sorted(Standing.FARTHEST_FIRST)
            .limit(MOST_RANKED)
            .map(standing -> row(standing, axes))
            .toList();
    int others = all.size() - rows.size();
    return new ResultTable(
        Map.of(), columns, rows, others > 0 ? List.of("and " + others + " more") : List.of());
  }

  private static List<Cell> row(Standing standing, Set<String> axes) {
    Map<String, String> values = standing.trial().file().axes();
    List<Cell> cells = new ArrayList<>();
    axes.forEach(axis -> cells.add(new Cell.Text(values.getOrDefault(axis, ""))));
    cells.add(new Cell.Count(standing.epoch()));
    cells.add(
        Double.isFinite(standing.score())
            ? new Cell.Real(standing.score())
            : new Cell.Text("failed"));
    return cells;
  }

  private static int epochs(Study trial) {
    return trial.experiment().training().epochs();
  }

  /** Those with the first seed first. */
  private static List<Run> runs(List<Study> trials, int epoch) {
    return trials.stream()
        .flatMap(trial -> trial.runs(Math.min(epoch, epochs(trial))).stream())
        .sorted(Comparator.comparing(Run::seed))
        .toList();
  }

  /** The mean over the seeds; a trial with a failed run is worse than all others. */
  private double score(Study trial, int epoch) {
    return trial.runs().stream()
        .mapToDouble(run -> score(run, epoch))
        .average()
        .orElse(Double.NEGATIVE_INFINITY);
  }

  private double score(Run run, int epoch) {
    List<EpochMetrics> epochs = run.epochs(store);
    boolean failed =
        run.folder(store).record().filter(known -> known.failure() != null).isPresent();
    return failed || epochs.isEmpty()
        ? Double.NEGATIVE_INFINITY
        : METRIC.of(epochs.get(Math.min(epoch, epochs.size()) - 1));
  }

  private void tell(int number, Round round, Standing best) {
    console.println(
        String.format(
            Locale.ROOT,
            "round %d: %s to epoch %d, best %s %.2f %% (%s)",
            number,
            round.trials() == 1 ? "1 trial" : round.trials() + " trials",
            round.epoch(),
            METRIC.toString().replace('-', ' '),
            best.score(),
            Trials.name(best.trial().file().axes())));
  }

  private List<RunRecord> records() {
    return trials.stream()
        .flatMap(trial -> trial.runs().stream())
        .flatMap(run -> run.folder(store).record().stream())
        .filter(record -> record.isFinished() || record.failure() != null)
        .toList();
  }
}
