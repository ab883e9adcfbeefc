package org.lenetlab.app.run;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.Console.Style;
import org.lenetlab.results.compare.ComparisonRequest;
import org.lenetlab.results.compare.ComparisonTable;
import org.lenetlab.results.group.Condition;
import org.lenetlab.results.group.Figure;
import org.lenetlab.results.store.ResultsStore;
import org.lenetlab.results.store.RunRecord;
import org.lenetlab.results.table.TableFormat;

/** What the trials of a sweep differ in from those that its file calls the baseline. */
final class BaselineReport {
  private final Map<String, Set<String>> baseline;
  private final ResultsStore store;
  private final Console console;

  /**
   * @param baseline labels by axis
   */
  BaselineReport(Map<String, Set<String>> baseline, ResultsStore store, Console console) {
    this.baseline = baseline;
    this.store = store;
    this.console = console;
  }

  /** The same table as {@code lenet compare} gives, or why there is none. */
  void print(List<RunRecord> records) {
    ComparisonRequest request =
        new ComparisonRequest(
            List.copyOf(baseline.keySet()),
            Figure.TEST_ACCURACY,
            baseline.entrySet().stream().map(BaselineReport::condition).toList(),
            run -> store.folder(run.record().experiment(), run.record().identity()).predictions());
    console.println("");
    console.println(console.styled(Style.BOLD, "Compared with the baseline"));
    try {
      console
          .out()
          .print(
              TableFormat.CONSOLE.render(
                  ComparisonTable.of(org.lenetlab.results.group.Run.of(records), request)));
    } catch (IllegalArgumentException e) { // trials failed, or are paused
      console.println(String.valueOf(e.getMessage()));
    }
  }

  private static Condition condition(Map.Entry<String, Set<String>> axis) {
    return new Condition(axis.getKey(), Condition.Comparison.EQUAL, List.copyOf(axis.getValue()));
  }
}
