package org.lenetlab.app.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lenetlab.api.backend.Backend;
import org.lenetlab.api.experiment.RunEvent;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.Version;
import org.lenetlab.results.store.Environment;
import org.lenetlab.results.store.ResultsException;
import org.lenetlab.results.store.ResultsStore;
import org.lenetlab.results.store.RunFolder;
import org.lenetlab.results.store.RunRecord;
import org.lenetlab.training.Trainer;

/** Trains what is missing of a study. */
public final class StudyRunner {
  private final Study study;
  private final ResultsStore store;
  private final Supplier<String> commit;
  private final Console console;

  /**
   * @param commit of this program's checkout, looked up while the data is loaded
   */
  StudyRunner(Study study, ResultsStore store, Supplier<String> commit, Console console) {
    this.study = study;
    this.store = store;
    this.commit = commit;
    this.console = console;
  }

  /**
   * The runs of a study.
   *
   * @param records in the order of their seeds
   * @param same whether all that were trained again gave the same bits
   */
  public record Runs(List<RunRecord> records, boolean same) {}

  /**
   * Trains the runs that are not finished.
   *
   * @param again whether to train the others too, and to compare the bits
   * @throws InterruptedException if the thread was interrupted; finished epochs are kept
   */
  public Runs run(boolean again) throws InterruptedException {
    List<RunRecord> finished = new ArrayList<>();
    List<Long> missing = new ArrayList<>();
    for (long seed : study.seeds()) {
      finished(seed).ifPresentOrElse(finished::add, () -> missing.add(seed));
    }
    boolean same = true;
    if (again) {
      same = again(finished);
    } else if (!finished.isEmpty()) {
      console.println(
          "%d of %d runs are finished already; lenet run --again trains them again and compares"
              .formatted(finished.size(), study.seeds().size()));
    }
    List<RunRecord> records = new ArrayList<>(finished);
    records.addAll(
        train(missing, (bench, seed) -> new RunTask(bench, store, environment(bench), seed)));
    records.sort(Comparator.comparing(run -> run.identity().seed()));
    return new Runs(records, same);
  }

  private Optional<RunRecord> finished(long seed) {
    try {
      return folder(seed).record().filter(RunRecord::isFinished);
    } catch (ResultsException e) {
      return Optional.empty(); // told when it is trained anew
    }
  }

  private RunFolder folder(long seed) {
    return store.folder(study.experiment().name(), study.identity(seed));
  }

  private boolean again(List<RunRecord> finished) throws InterruptedException {
    List<AgainTask.Comparison> comparisons = train(finished, AgainTask::new);
    comparisons.forEach(comparison -> console.println(comparison.words()));
    return comparisons.stream().allMatch(AgainTask.Comparison::same);
  }

  /** Keeps the gradients of the first step of every run. */
  void writeGradients() {
    Trainer trainer = new Trainer(backend(study.threads()), study.threads(), (RunEvent _) -> {});
    for (long seed : study.seeds()) {
      float[] gradients = trainer.firstGradients(study.plan(seed), study.start(seed));
      Path file = folder(seed).writeGradients(study.network(), gradients);
      console.println("gradients of the first step: " + file);
    }
  }

  private interface TaskMaker<S, T> {
    Callable<T> make(Workbench bench, S subject);
  }

  /**
   * Several runs at a time with few threads each are faster than one with many: they wait for each
   * other only at the end. Where threads change bits, each run gets what its identity says.
   */
  private <S, T> List<T> train(List<S> subjects, TaskMaker<S, T> maker)
      throws InterruptedException {
    if (subjects.isEmpty()) {
      return List.of();
    }
    boolean alone = study.backend().spec().threadsChangeResults();
    int slots = alone ? 1 : Math.min(study.threads(), subjects.size());
    int threads = study.threads() / slots;
    int epochs = study.experiment().training().epochs();
    long images = (long) subjects.size() * epochs * study.subject().training();
    EpochLines lines =
        new EpochLines(study.data().validation() > 0, epochs, subjects.size() * epochs);
    try (Screen screen = new Screen(console, study.experiment().name(), images)) {
      Workbench bench = new Workbench(study, backend(threads), threads, screen, lines);
      screen.println(lines.header());
      Function<S, Callable<T>> task = subject -> maker.make(bench, subject);
      return SideBySide.run(subjects.stream().map(task).toList(), slots);
    }
  }

  private Environment environment(Workbench bench) {
    return Environment.current(
        Version.number(), commit.get(), bench.threads(), bench.backend().hardware());
  }

  private Backend backend(int threads) {
    return study.backend().spec().create(study.backend().device(), threads);
  }
}
