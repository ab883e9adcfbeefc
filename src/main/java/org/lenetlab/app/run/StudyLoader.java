package org.lenetlab.app.run;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.lenetlab.api.data.DataAccess;
import org.lenetlab.api.data.Dataset;
import org.lenetlab.api.data.DatasetInfo;
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

/** Brings an experiment and this machine together: backend, data, network. */
final class StudyLoader {
  private final BackendResolver backends;

  StudyLoader(BackendResolver backends) {
    this.backends = backends;
  }

  /**
   * Loads what the runs of an experiment share.
   *
   * @throws org.lenetlab.app.config.ExperimentFileException if the experiment does not fit its data
   * @throws org.lenetlab.app.cli.MachineException if no backend can run it here
   * @throws org.lenetlab.plugin.ExtensionException if the backend's extension cannot be installed
   * @throws org.lenetlab.api.data.DataException if the data is missing or broken
   */
  Study load(ExperimentFile file, DataAccess access, int threads) {
    Experiment experiment = file.experiment();
    BackendChoice backend = backends.resolve(experiment.device(), experiment.backend());
    backend.extension().ifPresent(Extension::install);
    CompletableFuture<Void> preparation =
        CompletableFuture.runAsync(
            () -> prepare(experiment, backend, access, threads),
            task -> Thread.ofPlatform().daemon().name("preparation").start(task));
    Dataset dataset = located(file, "dataset", () -> experiment.dataset().source().load(access));
    PreparedData data =
        located(file, "dataset", () -> PreparedData.prepare(experiment.dataset(), dataset));
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
    preparation.exceptionally(_ -> null).join(); // faults are told by those who need the result
    Inputs inputs = new Inputs(dataset.hash(), weightsHash, PluginJars.hashes(experiment));
    return new Study(file, backend, dataset.info(), data, network, weights, inputs, threads);
  }

  /** Lets the backend get ready for a network that is known before the data is there. */
  private static void prepare(
      Experiment experiment, BackendChoice backend, DataAccess access, int threads) {
    DatasetInfo info = experiment.dataset().source().info(access);
    Shape shape = experiment.dataset().preparedShape(info.shape());
    Network network = experiment.architecture().plan(shape, info.classes().size());
    backend.spec().create(backend.device(), threads).prepare(network, experiment.loss());
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
