package org.lenetlab.app.trained;

import com.google.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.lenetlab.api.data.DataAccess;
import org.lenetlab.api.data.DatasetInfo;
import org.lenetlab.api.experiment.Experiment;
import org.lenetlab.api.experiment.InitialWeights;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.spec.SpecException;
import org.lenetlab.app.cli.UserException;
import org.lenetlab.app.config.ExperimentFile;
import org.lenetlab.app.config.ExperimentReader;
import org.lenetlab.results.store.ResultsStore.StoredRun;
import org.lenetlab.results.store.RunRecord.Subject;

/** Opens what finished runs have learnt. Needs no data. */
public final class TrainedRuns {
  private final ExperimentReader reader;

  /** Reads the experiments of runs with {@code reader}. */
  @Inject
  public TrainedRuns(ExperimentReader reader) {
    this.reader = reader;
  }

  /**
   * The run that is kept in a folder.
   *
   * @throws org.lenetlab.app.config.ExperimentFileException if its experiment cannot be read, for
   *     instance because the plugin that it uses is not there
   * @throws UserException if its parameters are missing or do not fit
   */
  public TrainedRun open(StoredRun run) {
    ExperimentFile file = reader.read(run.files().experimentFile(), List.of());
    Experiment experiment = file.experiment();
    Subject subject = run.record().subject();
    Shape image = subject.image();
    List<String> classes = subject.classes();
    if (image == null || classes == null) {
      DatasetInfo info = experiment.dataset().source().info(noData(run.folder()));
      image = info.shape();
      classes = info.classes();
    }
    try {
      Network network =
          experiment.architecture().plan(experiment.dataset().preparedShape(image), classes.size());
      Path weights = run.files().weightsFile();
      float[] parameters =
          WeightsReader.read(weights, new InitialWeights(weights.toString(), Map.of()), network);
      return new TrainedRun(run.record(), file, image, classes, network, parameters);
    } catch (SpecException e) {
      throw new UserException(
          "run %s cannot be used: %s".formatted(run.record().id(), e.getMessage()), e);
    }
  }

  private static DataAccess noData(Path base) {
    return new DataAccess(List.of(), base, null, base, true, progress -> {});
  }
}
