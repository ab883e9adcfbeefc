package org.lenetlab.app.studio;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.data.Images;
import org.lenetlab.api.network.Op;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.network.SquaredDistance;
import org.lenetlab.api.network.Targets;
import org.lenetlab.app.predict.LayerOutput;
import org.lenetlab.app.predict.Prediction;
import org.lenetlab.app.trained.TrainedRun;

/**
 * A picture on its way through a network, as the page draws it.
 *
 * @param label index of the network's class
 * @param classes their names
 * @param probabilities of the classes
 * @param none the probability that it is none of them
 * @param input the image as the network gets it
 * @param layers what each puts out
 * @param glyph the last but one layer beside the target of the class, where targets are pictures of
 *     characters; else null
 */
record Sight(
    int label,
    List<String> classes,
    double[] probabilities,
    double none,
    Maps input,
    List<Maps> layers,
    @Nullable Glyph glyph) {

  /**
   * Values in the order (channel, row, column), each a byte: there are ten thousand of them, a
   * dozen times a second, for eyes that tell fewer shades apart.
   *
   * @param largest magnitude, which stands for 127
   */
  record Maps(String name, int channels, int height, int width, double largest, byte[] values) {

    static Maps of(String name, Shape shape, float[] exact) {
      float largest = Float.MIN_NORMAL;
      for (float value : exact) {
        largest = Math.max(largest, Math.abs(value));
      }
      byte[] values = new byte[exact.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = (byte) Math.round(Byte.MAX_VALUE * (exact[i] / largest));
      }
      return new Maps(name, shape.channels(), shape.height(), shape.width(), largest, values);
    }
  }

  /** What a layer draws, and what it was taught to draw for the class. */
  record Glyph(Maps output, Maps target) {}

  static Sight of(TrainedRun run, Images input, Prediction prediction, List<LayerOutput> layers) {
    float[] image = new float[input.shape().size()];
    input.values(0, image, 0);
    List<Maps> maps = new ArrayList<>();
    for (LayerOutput layer : layers) {
      maps.add(Maps.of(layer.layer().name(), layer.layer().output(), layer.values()));
    }
    return new Sight(
        prediction.label(),
        run.classes(),
        prediction.probabilities(),
        prediction.none(),
        Maps.of("input", input.shape(), image),
        maps,
        glyph(run, layers, prediction.label()));
  }

  private static @Nullable Glyph glyph(TrainedRun run, List<LayerOutput> layers, int label) {
    Op last = run.network().stages().getLast().op();
    if (!(last instanceof SquaredDistance output)
        || output.targets().shape().isVector()
        || layers.size() < 2) {
      return null;
    }
    Targets targets = output.targets();
    LayerOutput before = layers.get(layers.size() - 2);
    return new Glyph(
        Maps.of(before.layer().name(), targets.shape(), before.values()),
        Maps.of("target", targets.shape(), targets.get(label)));
  }
}
