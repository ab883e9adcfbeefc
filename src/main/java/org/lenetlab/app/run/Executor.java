package org.lenetlab.app.run;

import java.util.List;
import org.lenetlab.results.store.RunRecord;

/**
 * Trains runs somewhere, and brings what they leave into the store of results. A run that fails is
 * recorded with its error and does not stop the others; one that somebody else has finished in the
 * meantime is not trained again.
 */
public interface Executor {

  /**
   * Trains all runs.
   *
   * @param progress told how it goes
   * @return their records, in the same order
   * @throws org.lenetlab.results.store.ResultsException if results cannot be kept; what is finished
   *     stays
   * @throws InterruptedException if the thread was interrupted; finished epochs are kept
   */
  List<RunRecord> execute(List<Run> runs, Progress progress) throws InterruptedException;

  /** Whether epochs are told of while a run is trained, not only its end. */
  boolean tellsOfEpochs();
}
