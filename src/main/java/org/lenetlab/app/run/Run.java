package org.lenetlab.app.run;

import org.lenetlab.api.experiment.Checkpoint;
import org.lenetlab.results.store.Identity;
import org.lenetlab.results.store.ResultsStore;
import org.lenetlab.results.store.RunFolder;
import org.lenetlab.training.TrainingPlan;

/**
 * One training: a study with one of its seeds. As data it is the study's resolved file and the
 * seed.
 */
public record Run(Study study, Identity identity) {

  public long seed() {
    return identity.seed();
  }

  /** Where its files are. */
  public RunFolder folder(ResultsStore store) {
    return store.folder(study.experiment().name(), identity);
  }

  TrainingPlan plan() {
    return study.plan(seed());
  }

  /** The state before the first epoch. */
  Checkpoint start() {
    return study.start(seed());
  }
}
