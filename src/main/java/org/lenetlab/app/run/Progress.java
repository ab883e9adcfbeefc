package org.lenetlab.app.run;

import org.lenetlab.api.experiment.RunListener;
import org.lenetlab.results.store.RunRecord;

/** Follows runs while they are trained. Safe to use from several threads. */
public interface Progress extends AutoCloseable {

  /** A run begins; the listener follows its training, as far as that can be watched. */
  RunListener begin(Run run);

  /** There is something to say about a run. */
  void tell(Run run, String words);

  /** A run is over, finished or failed. */
  void end(Run run, RunRecord record);

  @Override
  void close();
}
