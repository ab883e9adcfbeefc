package org.lenetlab.app.run;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.lenetlab.api.data.DataAccess;
import org.lenetlab.api.data.Dataset;
import org.lenetlab.api.data.DatasetInfo;
import org.lenetlab.api.data.DatasetSpec;
import org.lenetlab.api.experiment.DatasetBlock;
import org.lenetlab.api.experiment.Experiment;
import org.lenetlab.api.experiment.InitialWeights;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.spec.SpecException;
import org.lenetlab.app.config.ExperimentFile;
import org.lenetlab.app.machine.BackendChoice;
import org.lenetlab.app.machine.BackendResolver;
import org.lenetlab.app.trained.WeightsReader;
import org.lenetlab.plugin.Extension;
import org.lenetlab.results.store.Hashes;
import org.lenetlab.results.store.Identity.Inputs;
import org.lenetlab.training.PreparedData;

/** Brings experiments and this machine together: backend, data, network. */
public final class StudyLoader {
  private final BackendResolver backends;
  private final DataAccess access;
  private final int threads;
  private final Map<DatasetSpec, Dataset> datasets = new HashMap<>();
  private final Map<DatasetBlock, PreparedData> prepared = new HashMap<>();

  /**
   * A loader that chooses among {@code backends}.
   *
   * @param threads that may be used in all
   */
  public StudyLoader(BackendResolver backends, DataAccess access, int threads) {
    this.backends = backends;
    this.access = access;
    this.threads = threads;
  }

  /**
   * Loads what the runs of an experiment share; data that an earlier one has loaded is not loaded
   * again.
   *
   * @throws org.lenetlab.app.config.ExperimentFileException if the experiment does not fit its data
   * @throws org.lenetlab.app.cli.MachineException if no backend can run it here
   * @throws org.lenetlab.plugin.ExtensionException if the backend's extension cannot be installed
   * @throws org.lenetlab.api.data.DataException if the data is missing or broken
   */
  public Study load(ExperimentFile file) {
    Experiment experiment = file.experiment();
    BackendChoice backend = backends.resolve(experiment.device(), experiment.backend());
    backend.extension().ifPresent(Extension::install);
    DatasetBlock block = experiment.dataset();
    if (!datasets.containsKey(block.source())) {
      Background.start(() -> prepare(experiment, backend));
    }
    Dataset dataset =
        located(
            file,
            "dataset",
            () -> datasets.computeIfAbsent(block.source(), source -> source.load(access)));
    PreparedData data =
        located(
            file,
            "dataset",
            () -> prepared.computeIfAbsent(block, _ -> PreparedData.prepare(block, dataset)));
    Network network =
        located(
            file,
            "architecture",
            () -> experiment.architecture().plan(data.shape(), data.classes().size()));
    InitialWeights initial = experiment.architecture().weights();
    float[] weights = null;
    String weightsHash = null;
    if (initial != null) {
      Path path = access.base().resolve(initial.file());
      weights = located(file, "architecture", () -> WeightsReader.read(path, initial, network));
      weightsHash = Hashes.of(path);
    }
    Inputs inputs = new Inputs(dataset.hash(), weightsHash, PluginJars.hashes(experiment));
    return new Study(file, backend, dataset.info(), data, network, weights, inputs, threads);
  }

  /** Lets the backend get ready for a network that is known before the data is there. */
  private void prepare(Experiment experiment, BackendChoice backend) {
    DatasetInfo info = experiment.dataset().source().info(access);
    Shape shape = experiment.dataset().preparedShape(info.shape());
    Network network = experiment.architecture().plan(shape, info.classes().size());
    backend.create(threads).prepare(network, experiment.loss());
  }

  /** What is wrong with a value is told with its place in the file. */
  private static <T> T located(ExperimentFile file, String path, Supplier<T> step) {
    try {
      return step.get();
    } catch (SpecException e) {
      throw file.locate(e, path);
    }
  }
}
