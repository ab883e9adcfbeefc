package org.lenetlab.results.compare;

import java.util.List;
import java.util.function.Function;
import org.lenetlab.results.group.Condition;
import org.lenetlab.results.group.Figure;
import org.lenetlab.results.group.Run;
import org.lenetlab.results.store.Predictions;

/**
 * What is compared with what.
 *
 * @param by the paths that tell apart what is compared; empty for all that runs differ in but their
 *     seeds
 * @param figure that is compared
 * @param baseline conditions that hold for one of the compared groups; empty for the first
 * @param predictions of a run; throws {@link org.lenetlab.results.store.ResultsException} where it
 *     has none
 */
public record ComparisonRequest(
    List<String> by,
    Figure figure,
    List<Condition> baseline,
    Function<Run, Predictions> predictions) {
  public ComparisonRequest {
    by = List.copyOf(by);
    baseline = List.copyOf(baseline);
  }
}
