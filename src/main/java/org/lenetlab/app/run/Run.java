package org.lenetlab.app.run;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.experiment.Checkpoint;
import org.lenetlab.api.experiment.EpochMetrics;
import org.lenetlab.results.store.Identity;
import org.lenetlab.results.store.ResultsException;
import org.lenetlab.results.store.ResultsStore;
import org.lenetlab.results.store.RunFolder;
import org.lenetlab.results.store.RunRecord;
import org.lenetlab.training.TrainingPlan;

/**
 * One training: a study with one of its seeds. As data it is the study's resolved file and the
 * seed.
 *
 * @param pause the epoch after which it is paused; training's number of epochs for none
 */
public record Run(Study study, Identity identity, int pause) {

  public long seed() {
    return identity.seed();
  }

  /** Where its files are. */
  public RunFolder folder(ResultsStore store) {
    return store.folder(study.experiment().name(), identity);
  }

  /**
   * The figures of the epochs that it has behind it; none if its files are torn, which is told when
   * it is trained.
   */
  List<EpochMetrics> epochs(ResultsStore store) {
    try {
      return folder(store).epochs(identity);
    } catch (ResultsException e) {
      return List.of();
    }
  }

  /**
   * What the sweep chose for it. Without a sweep it stays the run of the one that has made it.
   *
   * @param known of it so far; null for nothing
   */
  Map<String, String> axes(@Nullable RunRecord known) {
    Map<String, String> axes = study.file().axes();
    return axes.isEmpty() && known != null ? known.axes() : axes;
  }

  /**
   * Whether a run with this record needs no more training for now.
   *
   * @param retryFailed whether one that has failed does
   */
  boolean isSettled(RunRecord known, ResultsStore store, boolean retryFailed) {
    if (known.failure() != null) {
      return !retryFailed;
    }
    boolean pauses = pause < study.experiment().training().epochs();
    return known.isFinished() || (pauses && epochs(store).size() >= pause);
  }

  TrainingPlan plan() {
    return study.plan(seed());
  }

  /** The state before the first epoch. */
  Checkpoint start() {
    return study.start(seed());
  }
}
