package org.lenetlab.app.trained;

import java.util.List;
import org.lenetlab.api.experiment.Experiment;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Shape;
import org.lenetlab.app.config.ExperimentFile;
import org.lenetlab.results.store.RunRecord;

/**
 * A finished run with what it learnt.
 *
 * @param file the experiment with all its defaults
 * @param image the shape of an image before the experiment's transforms
 * @param classes the names of the classes, in the order of the labels
 * @param parameters those that were kept, in canonical order
 */
public record TrainedRun(
    RunRecord record,
    ExperimentFile file,
    Shape image,
    List<String> classes,
    Network network,
    float[] parameters) {

  public TrainedRun {
    classes = List.copyOf(classes);
  }

  public Experiment experiment() {
    return file.experiment();
  }
}
