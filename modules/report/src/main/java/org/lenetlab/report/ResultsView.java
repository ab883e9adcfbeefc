package org.lenetlab.report;

import java.util.List;
import org.lenetlab.results.store.ResultsStore.StoredRun;
import org.lenetlab.results.store.RunRecord;
import org.lenetlab.results.table.RunTable;

/**
 * Parts of the report for other pages: HTML that needs {@link #styleSheet}, and {@link #script} for
 * tables that can be sorted.
 */
public final class ResultsView {
  private ResultsView() {}

  /** The table of results of some runs. */
  public static String table(List<RunRecord> runs) {
    return new Section("results", "Results")
        .content(TableView.of(RunTable.of(runs, false), "Table of results"))
        .element()
        .render();
  }

  /** What the axes of a sweep did; empty where nothing was swept. */
  public static String sweep(List<StoredRun> finished) {
    return SweepCharts.of(Trial.of(finished))
        .map(chart -> new Section("sweep", "Sweep").figure(chart).element().render())
        .orElse("");
  }

  /**
   * Loss and accuracy over the epochs.
   *
   * @param id of the element, unlike that of others of the page
   * @param title its heading
   * @param finished at least one finished run
   */
  public static String curves(String id, String title, List<StoredRun> finished) {
    List<Figure> figures =
        CurveSections.learning(Trial.of(finished)).figures().stream()
            .map(figure -> figure.named(id + "-" + figure.name()))
            .toList();
    return new Section(id, title).figures(figures).element().render();
  }

  /** The report's style sheet. */
  public static String styleSheet() {
    return Page.resource("report.css");
  }

  /** The report's script. */
  public static String script() {
    return Page.resource("report.js");
  }
}
