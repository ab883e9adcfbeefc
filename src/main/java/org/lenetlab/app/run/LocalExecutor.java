package org.lenetlab.app.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.lenetlab.api.backend.Backend;
import org.lenetlab.app.cli.Version;
import org.lenetlab.app.machine.BackendChoice;
import org.lenetlab.results.store.Environment;
import org.lenetlab.results.store.ResultsStore;
import org.lenetlab.results.store.RunRecord;

/**
 * Trains runs in this process. Several runs at a time with few threads each are faster than one
 * with many: they wait for each other only at the end. Where threads change bits, each run gets
 * what its identity says.
 */
final class LocalExecutor implements Executor {
  private final ResultsStore store;
  private final Supplier<String> commit;
  private final Logs logs;
  private final int threads;
  private final boolean retryFailed;

  /**
   * @param commit of this program's checkout
   * @param threads that may be used in all
   * @param retryFailed whether to train runs again that have failed
   */
  LocalExecutor(
      ResultsStore store, Supplier<String> commit, Logs logs, int threads, boolean retryFailed) {
    this.store = store;
    this.commit = commit;
    this.logs = logs;
    this.threads = threads;
    this.retryFailed = retryFailed;
  }

  @Override
  public List<RunRecord> execute(List<Run> runs, Progress progress) throws InterruptedException {
    return each(
        runs,
        (run, bench) ->
            new RunTask(
                run,
                new LocalTraining(bench, environment(bench), logs),
                store,
                progress,
                retryFailed));
  }

  @Override
  public boolean tellsOfEpochs() {
    return true;
  }

  /** What a run is trained with. */
  record Bench(Backend backend, int threads) {}

  /** Does something with every run, as many at once as there are threads. */
  <T> List<T> each(List<Run> runs, BiFunction<Run, Bench, Callable<T>> task)
      throws InterruptedException {
    boolean alone =
        runs.stream().anyMatch(run -> run.study().backend().spec().threadsChangeResults());
    int slots = alone ? 1 : Math.clamp(runs.size(), 1, threads);
    int threadsEach = threads / slots;
    Map<BackendChoice, Backend> backends = new HashMap<>();
    return SideBySide.run(
        runs.stream()
            .map(
                run -> {
                  BackendChoice choice = run.study().backend();
                  Backend backend =
                      backends.computeIfAbsent(choice, _ -> choice.create(threadsEach));
                  return task.apply(run, new Bench(backend, threadsEach));
                })
            .toList(),
        slots);
  }

  private Environment environment(Bench bench) {
    return Environment.current(
        Version.number(), commit.get(), bench.threads(), bench.backend().hardware());
  }
}
