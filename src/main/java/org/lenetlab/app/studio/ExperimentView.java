package org.lenetlab.app.studio;

import java.util.List;
import org.lenetlab.app.studio.LiveRun.State;
import org.lenetlab.report.ResultsView;
import org.lenetlab.results.store.ResultsStore.StoredRun;

/**
 * The results of one experiment, as the report shows them.
 *
 * @param running the curves of each run that goes on, HTML
 * @param table of finished runs, HTML; empty where none is finished
 * @param sweep HTML; empty where nothing was swept
 * @param curves of finished runs, HTML; empty where none is finished
 */
record ExperimentView(List<String> running, String table, String sweep, String curves) {
  /** Nobody follows more. */
  private static final int MOST_RUNNING = 4;

  /**
   * What there is of an experiment.
   *
   * @throws Refusal if there is nothing, or nothing any more
   */
  static ExperimentView of(String name, LiveResults results) {
    List<LiveRun> runs =
        results.now().runs().stream()
            .filter(run -> run.record().experiment().equals(name))
            .toList();
    if (runs.isEmpty()) {
      throw new Refusal(
          404,
          "there is no experiment '%s' in %s; if there was, it has been deleted"
              .formatted(name, results.folder()));
    }
    List<StoredRun> finished =
        runs.stream().map(LiveRun::stored).filter(run -> run.record().isFinished()).toList();
    return new ExperimentView(
        runs.stream()
            .filter(run -> !run.epochs().isEmpty() && run.state() == State.RUNNING)
            .limit(MOST_RUNNING)
            .map(ExperimentView::live)
            .toList(),
        finished.isEmpty()
            ? ""
            : ResultsView.table(finished.stream().map(StoredRun::record).toList()),
        ResultsView.sweep(finished),
        finished.isEmpty() ? "" : ResultsView.curves("curves", "Learning curves", finished));
  }

  private static String live(LiveRun run) {
    String id = "running-" + run.record().id();
    String title = "Running: seed " + run.record().identity().seed();
    return ResultsView.curves(id, title, List.of(run.soFar()));
  }
}
