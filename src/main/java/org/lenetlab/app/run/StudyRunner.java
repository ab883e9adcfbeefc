package org.lenetlab.app.run;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.experiment.RunEvent;
import org.lenetlab.api.experiment.Strategy;
import org.lenetlab.app.cli.Console;
import org.lenetlab.results.store.ResultsException;
import org.lenetlab.results.store.ResultsStore;
import org.lenetlab.results.store.RunFolder;
import org.lenetlab.results.store.RunLock;
import org.lenetlab.results.store.RunRecord;
import org.lenetlab.training.Trainer;

/** Trains what is missing of the trials of an experiment. */
public final class StudyRunner {
  private final List<Study> trials;
  private final List<Run> runs;
  private final @Nullable SuccessiveHalving halving;
  private final ResultsStore store;
  private final Executor executor;
  private final LocalExecutor here;
  private final Logs logs;
  private final Options options;
  private final Console console;

  /**
   * What to do with runs that are over.
   *
   * @param again whether to train finished ones again, and to compare the bits
   * @param retryFailed whether to train failed ones again
   * @param lines whether to tell of every run of a sweep
   */
  public record Options(boolean again, boolean retryFailed, boolean lines) {
    /** They are left alone. */
    public static final Options NONE = new Options(false, false, false);
  }

  /**
   * @param executor that trains
   * @param here that trains again
   */
  StudyRunner(
      List<Study> trials,
      @Nullable Strategy strategy,
      ResultsStore store,
      Executor executor,
      LocalExecutor here,
      Logs logs,
      Options options,
      Console console) {
    this.trials = List.copyOf(trials);
    this.runs = this.trials.stream().flatMap(study -> study.runs().stream()).toList();
    this.halving =
        strategy instanceof Strategy.Halving chosen
            ? new SuccessiveHalving(chosen, this.trials, store, console)
            : null;
    this.store = store;
    this.executor = executor;
    this.here = here;
    this.logs = logs;
    this.options = options;
    this.console = console;
  }

  /**
   * The runs of an experiment.
   *
   * @param records in the order of the trials, then of the seeds
   * @param same whether all that were trained again gave the same bits
   */
  public record Runs(List<RunRecord> records, boolean same) {}

  /**
   * Trains the runs that are not finished; all trials with the first seed come first.
   *
   * @throws InterruptedException if the thread was interrupted; finished epochs are kept
   */
  public Runs run() throws InterruptedException {
    List<Run> runs = seedBySeed();
    Map<Run, RunRecord> records = new LinkedHashMap<>();
    runs.forEach(run -> settled(run).ifPresent(record -> records.put(run, record)));
    OtherRuns.describe(store, trials.getFirst().experiment().name(), runs)
        .ifPresent(console::println);
    boolean same = true;
    if (options.again) {
      same = again(records);
    } else {
      tellOfSettled(records, runs.size());
    }
    records.forEach((run, record) -> logs.replay(record, run.folder(store), console::println));
    if (halving != null) {
      return new Runs(halving.run(this::trainMissing), same);
    }
    List<Run> missing = runs.stream().filter(run -> !records.containsKey(run)).toList();
    List<RunRecord> trained = train(missing);
    for (int i = 0; i < missing.size(); i++) {
      records.put(missing.get(i), trained.get(i));
    }
    return new Runs(inOrder(records), same);
  }

  private void trainMissing(List<Run> runs) throws InterruptedException {
    List<RunRecord> _ = train(runs.stream().filter(run -> settled(run).isEmpty()).toList());
  }

  private List<RunRecord> train(List<Run> missing) throws InterruptedException {
    if (missing.isEmpty()) {
      return List.of();
    }
    try (Progress progress = progress(missing, executor)) {
      return executor.execute(missing, progress);
    }
  }

  /** All runs, those with the first seed first: a sweep that is cut off has seen all trials. */
  private List<Run> seedBySeed() {
    return runs.stream().sorted(Comparator.comparing(Run::seed)).toList();
  }

  private List<RunRecord> inOrder(Map<Run, RunRecord> records) {
    return runs.stream().map(run -> Objects.requireNonNull(records.get(run))).toList();
  }

  /** The record of a run that needs no training. */
  private Optional<RunRecord> settled(Run run) {
    Predicate<RunRecord> isSettled = record -> run.isSettled(record, store, options.retryFailed);
    try {
      return run.folder(store)
          .record()
          .filter(isSettled)
          .map(record -> ofThisSweep(run, record))
          .filter(isSettled); // another process may have been at it
    } catch (ResultsException e) {
      return Optional.empty(); // told when it is trained anew
    }
  }

  /** A run may have been made by a sweep with other axes, or by none. */
  private RunRecord ofThisSweep(Run run, RunRecord record) {
    Map<String, String> axes = run.axes(record);
    if (record.axes().equals(axes)) {
      return record;
    }
    RunFolder folder = run.folder(store);
    try (RunLock _ = folder.lock(() -> tellOfWaiting(folder))) {
      RunRecord ours = folder.record().orElse(record).withAxes(axes);
      folder.write(ours);
      return ours;
    }
  }

  private void tellOfWaiting(RunFolder folder) {
    console.println(folder.path() + " is being written by another process; waiting");
  }

  private void tellOfSettled(Map<Run, RunRecord> settled, int all) {
    long finished = settled.values().stream().filter(RunRecord::isFinished).count();
    long failed = settled.size() - finished;
    if (finished > 0) {
      console.println(
          "%d of %d runs are finished already; lenet run --again trains them again and compares"
              .formatted(finished, all));
    }
    if (failed > 0) {
      console.println(
          "%d of %d runs have failed before; lenet run --retry-failed trains them again"
              .formatted(failed, all));
    }
  }

  private boolean again(Map<Run, RunRecord> settled) throws InterruptedException {
    List<Run> finished =
        settled.keySet().stream()
            .filter(run -> Objects.requireNonNull(settled.get(run)).isFinished())
            .toList();
    if (finished.isEmpty()) {
      return true;
    }
    List<AgainTask.Comparison> comparisons;
    try (Progress progress = progress(finished, here)) {
      comparisons =
          here.each(
              finished,
              (run, bench) ->
                  new AgainTask(run, Objects.requireNonNull(settled.get(run)), bench, progress));
    }
    comparisons.forEach(comparison -> console.println(comparison.words()));
    return comparisons.stream().allMatch(AgainTask.Comparison::same);
  }

  private Progress progress(List<Run> runs, Executor executor) {
    return trials.size() == 1 && executor.tellsOfEpochs()
        ? new EpochProgress(console, trials.getFirst(), runs)
        : new SweepProgress(console, runs, options.lines);
  }

  /** Keeps the gradients of the first step of every run. */
  void writeGradients() {
    for (Run run : runs) {
      Study study = run.study();
      Trainer trainer =
          new Trainer(study.backend().create(study.threads()), study.threads(), (RunEvent _) -> {});
      float[] gradients = trainer.firstGradients(run.plan(), run.start());
      Path file = run.folder(store).writeGradients(study.network(), gradients);
      console.println("gradients of the first step: " + file);
    }
  }
}
