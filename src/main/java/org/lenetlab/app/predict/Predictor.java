package org.lenetlab.app.predict;

import java.util.ArrayList;
import java.util.List;
import org.lenetlab.api.backend.Backend;
import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.backend.Program;
import org.lenetlab.api.data.Batch;
import org.lenetlab.api.data.Images;
import org.lenetlab.api.experiment.Experiment.DeviceChoice;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.spec.Fraction;
import org.lenetlab.app.machine.BackendChoice;
import org.lenetlab.app.machine.BackendResolver;
import org.lenetlab.app.trained.TrainedRun;

/**
 * A trained network ready to be asked. Used from one thread.
 *
 * <p>Images are given as the dataset stores them; the experiment's transforms are applied here.
 */
public final class Predictor implements AutoCloseable {
  private final TrainedRun run;
  private final Backend backend;
  private final Program program;
  private final Batch batch;
  private final List<Program> prefixes = new ArrayList<>();

  /** A predictor that computes with {@code backend}. */
  public Predictor(TrainedRun run, Backend backend) {
    this.run = run;
    this.backend = backend;
    batch = new Batch(1, run.network().input().size());
    program = compiled(run.network(), run.experiment().loss());
  }

  /** A predictor on this machine's processor: the run may come from one with another device. */
  public static Predictor open(TrainedRun run, BackendResolver backends) {
    BackendChoice choice = backends.resolve(DeviceChoice.CPU, null);
    return new Predictor(run, choice.spec().create(choice.device(), 1));
  }

  private Program compiled(Network network, Loss loss) {
    Program compiled = backend.compile(network, loss, 1, run.record().identity().seed());
    float[] parameters = new float[network.parameterCount()];
    System.arraycopy(run.parameters(), 0, parameters, 0, parameters.length);
    compiled.setParameters(parameters);
    return compiled;
  }

  /** The images as the network gets them: after all transforms. */
  public Images prepared(Images stored) {
    return run.experiment().dataset().prepared(stored);
  }

  /**
   * What the network makes of an image.
   *
   * @param prepared of {@link #prepared}
   */
  public Prediction predict(Images prepared, int index) {
    load(prepared, index);
    float[] outputs = new float[run.network().classes()];
    program.forward(batch, outputs);
    return new Prediction(
        label(outputs), outputs, Probabilities.of(outputs, run.experiment().loss()));
  }

  private int label(float[] outputs) {
    int best = 0;
    for (int i = 1; i < outputs.length; i++) {
      boolean better =
          run.network().outputsDistances()
              ? outputs[i] < outputs[best]
              : outputs[i] > outputs[best];
      best = better ? i : best;
    }
    return best;
  }

  /**
   * The outputs of every layer for an image, each in the order (channel, row, column).
   *
   * @param prepared of {@link #prepared}
   */
  public List<LayerOutput> layers(Images prepared, int index) {
    load(prepared, index);
    Network network = run.network();
    List<LayerOutput> outputs = new ArrayList<>();
    for (int i = 0; i < network.layers().size(); i++) {
      if (prefixes.size() == i) {
        prefixes.add(prefix(i + 1));
      }
      float[] values = new float[network.layers().get(i).output().size()];
      prefixes.get(i).forward(batch, values);
      outputs.add(new LayerOutput(network.layers().get(i), values));
    }
    return outputs;
  }

  /** The loss of a network that is only asked for its outputs does not matter; it has to fit. */
  private Program prefix(int layers) {
    Network network = run.network().upTo(layers);
    Loss loss =
        network.outputsDistances()
            ? new Loss.RbfMle(Fraction.ONE)
            : new Loss.CrossEntropy(Fraction.ONE);
    return compiled(network, loss);
  }

  private void load(Images prepared, int index) {
    prepared.values(index, batch.images(), 0);
    batch.begin(1, 0);
  }

  @Override
  public void close() {
    program.close();
    prefixes.forEach(Program::close);
  }
}
