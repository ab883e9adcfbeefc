package org.lenetlab.app.fidelity;

import org.lenetlab.api.data.DatasetInfo;
import org.lenetlab.api.experiment.Experiment;
import org.lenetlab.api.network.Network;
import org.lenetlab.app.check.Checked;

/** One side of a comparison. */
record Subject(Experiment experiment, DatasetInfo data, Network network, Anatomy anatomy) {

  /**
   * The experiment of a checked file.
   *
   * @throws org.lenetlab.app.config.ExperimentFileException if the file is wrong
   * @throws org.lenetlab.app.cli.MachineException if its shapes depend on data that is not there
   */
  static Subject of(Checked file) {
    Experiment experiment = file.complete().experiment();
    Network network = file.requireNetwork();
    return new Subject(experiment, file.data().orElseThrow(), network, Anatomy.of(network));
  }
}
