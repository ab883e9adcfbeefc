package org.lenetlab.app.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lenetlab.api.experiment.EpochMetrics;
import org.lenetlab.api.experiment.Metric;
import org.lenetlab.api.experiment.Strategy;
import org.lenetlab.api.experiment.Strategy.Halving.Round;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.config.Trials;
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
   * Does all rounds; what is there already is not trained again.
   *
   * @return the records of all runs that are over, in the order of the trials
   */
  List<RunRecord> run(Training training) throws InterruptedException {
    int epochs = trials.stream().mapToInt(SuccessiveHalving::epochs).max().orElseThrow();
    List<Study> left = trials;
    IdentityHashMap<Study, Integer> reached = new IdentityHashMap<>();
    int number = 1;
    for (Round round : strategy.rounds(trials.size(), epochs)) {
      left = left.subList(0, round.trials());
      training.train(runs(left, round.epoch()));
      left.forEach(trial -> reached.put(trial, round.epoch()));
      left = ranked(left, round.epoch());
      tell(number, round, left.getFirst());
      number++;
    }
    console.println("");
    console.out().print(TableFormat.CONSOLE.render(ranking(reached)));
    return records();
  }

  /** All trials, those that got farthest first, with the last figure that they were judged by. */
  private ResultTable ranking(IdentityHashMap<Study, Integer> reached) {
    List<String> axes = List.copyOf(trials.getFirst().file().axes().keySet());
    List<Column> columns = new ArrayList<>();
    axes.forEach(axis -> columns.add(Column.setting(axis, axis)));
    columns.add(Column.figure("epochs", "epochs", 0));
    columns.add(Column.figure(METRIC.toString(), words() + " %", 2));
    List<List<Cell>> rows =
        trials.stream()
            .sorted(
                Comparator.comparing((Study trial) -> reached.getOrDefault(trial, 0))
                    .thenComparing(trial -> score(trial, reached.getOrDefault(trial, 0)))
                    .reversed())
            .limit(MOST_RANKED)
            .map(trial -> row(trial, axes, reached.getOrDefault(trial, 0)))
            .toList();
    int others = trials.size() - rows.size();
    return new ResultTable(
        Map.of(), columns, rows, others > 0 ? List.of("and " + others + " more") : List.of());
  }

  private List<Cell> row(Study trial, List<String> axes, int epochs) {
    List<Cell> cells = new ArrayList<>();
    axes.forEach(axis -> cells.add(new Cell.Text(trial.file().axes().getOrDefault(axis, ""))));
    cells.add(new Cell.Count(epochs));
    double score = score(trial, epochs);
    cells.add(Double.isFinite(score) ? new Cell.Real(score) : new Cell.Text("failed"));
    return cells;
  }

  private static String words() {
    return METRIC.toString().replace('-', ' ');
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

  /** The best first; of equal ones, the first of the file. */
  private List<Study> ranked(List<Study> left, int epoch) {
    IdentityHashMap<Study, Double> scores = new IdentityHashMap<>();
    left.forEach(trial -> scores.put(trial, score(trial, epoch)));
    return trials.stream()
        .filter(scores::containsKey)
        .sorted(Comparator.comparing(scores::get, Comparator.reverseOrder()))
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

  private void tell(int number, Round round, Study best) {
    console.println(
        String.format(
            Locale.ROOT,
            "round %d: %s to epoch %d, best %s %.2f %% (%s)",
            number,
            round.trials() == 1 ? "1 trial" : round.trials() + " trials",
            round.epoch(),
            words(),
            score(best, round.epoch()),
            Trials.name(best.file().axes())));
  }

  private List<RunRecord> records() {
    return trials.stream()
        .flatMap(trial -> trial.runs().stream())
        .flatMap(run -> run.folder(store).record().stream())
        .filter(record -> record.isFinished() || record.failure() != null)
        .toList();
  }
}
