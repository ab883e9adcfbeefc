package org.lenetlab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lenetlab.api.network.Convolution;
import org.lenetlab.api.network.Op;
import org.lenetlab.api.network.Parameter;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.network.SquaredDistance;
import org.lenetlab.api.network.Stage;
import org.lenetlab.api.network.Targets;

/** What a network has learnt, to look at. */
final class NetworkSections {
  private static final int KERNEL_SCALE = 12;
  private static final int WIDTH = 560;
  private static final int LEAST_SCALE = 2;
  private static final int MOST_SCALE = 8;
  private static final int TILE = 56;
  private static final int UNITS = 42;
  private static final int UNIT_SCALE = 12;
  private static final int TARGET_SCALE = 14;

  private NetworkSections() {}

  /** The kernels of the first convolution; empty without one. */
  static Optional<Section> kernels(Insight insight) {
    for (Stage stage : insight.network().stages()) {
      if (stage.op() instanceof Convolution convolution) {
        return Optional.of(kernels(insight, stage, convolution));
      }
    }
    return Optional.empty();
  }

  private static Section kernels(Insight insight, Stage stage, Convolution convolution) {
    Parameter weight = stage.parameters().getFirst();
    float[] values = new float[weight.size()];
    System.arraycopy(insight.parameters(), weight.offset(), values, 0, values.length);
    int side = convolution.kernel();
    Shape shape = new Shape(values.length / (side * side), side, side);
    return new Section("kernels", "Kernels of " + stage.layer())
        .figure(
            new Figure(
                "kernels",
                "The %d kernels of %d×%d of run %s: red-brown weights are positive, blue ones negative, white is 0."
                    .formatted(shape.channels(), side, side, insight.run()),
                "The kernels of layer " + stage.layer() + " as tiles.",
                new Raster(Tiles.signed(values, shape, 8), KERNEL_SCALE)));
  }

  /** One image on its way through every layer. */
  static Section layers(Insight insight) {
    Answer chosen = insight.chosen();
    List<Figure> figures = new ArrayList<>();
    figures.add(
        new Figure(
            "layer-0-input",
            "input " + chosen.image().shape(),
            "Test image %d as the network sees it".formatted(chosen.index()),
            ink(chosen.image())));
    for (int i = 0; i < insight.layers().size(); i++) {
      LayerMaps layer = insight.layers().get(i);
      figures.add(
          new Figure(
              "layer-%d-%s".formatted(i + 1, layer.name()),
              layer.name() + " " + layer.shape(),
              "Outputs of layer %s for this image, as tiles".formatted(layer.name()),
              signed(layer)));
    }
    String label = insight.classes().get(chosen.label());
    String predicted = insight.classes().get(chosen.predicted());
    return new Section("layers", "One image through every layer")
        .paragraph(
            ("Test image %d, a %s, in run %s, which takes it for a %s. Red-brown is positive, blue"
                    + " negative, white 0; every layer has its own scale.")
                .formatted(chosen.index(), label, insight.run(), predicted))
        .figures(figures);
  }

  private static Raster ink(LayerMaps image) {
    Shape shape = image.shape();
    return new Raster(Tiles.ink(image.values(), shape, shape.channels()), 4);
  }

  private static Raster signed(LayerMaps layer) {
    Shape shape = layer.shape();
    if (shape.isVector()) {
      return new Raster(Tiles.signed(layer.values(), shape, UNITS), UNIT_SCALE);
    }
    int most = Math.max(1, WIDTH / Math.max(TILE, LEAST_SCALE * (shape.width() + 1)));
    int rows = Math.ceilDiv(shape.channels(), most);
    int columns = Math.ceilDiv(shape.channels(), rows); // as many in the last row, if that goes
    int scale = Math.clamp(WIDTH / (columns * (shape.width() + 1)), LEAST_SCALE, MOST_SCALE);
    return new Raster(Tiles.signed(layer.values(), shape, columns), scale);
  }

  /** F6 beside the target of its class, where the targets are pictures; else empty. */
  static Optional<Section> targets(Insight insight) {
    Op last = insight.network().stages().getLast().op();
    if (!(last instanceof SquaredDistance output)
        || output.targets().shape().isVector()
        || insight.layers().size() < 2) {
      return Optional.empty();
    }
    Targets targets = output.targets();
    LayerMaps before = insight.layers().get(insight.layers().size() - 2);
    int label = insight.chosen().label();
    String name = insight.classes().get(label);
    return Optional.of(
        new Section("targets", before.name() + " beside its target")
            .figures(
                List.of(
                    character(
                        "output",
                        before.name() + " for this image",
                        targets.shape(),
                        before.values()),
                    character(
                        "target", "the target of " + name, targets.shape(), targets.get(label)))));
  }

  private static Figure character(String name, String caption, Shape shape, float[] values) {
    return new Figure(
        name,
        caption,
        "%d×%d picture: %s".formatted(shape.width(), shape.height(), caption),
        new Raster(Tiles.ink(values, shape, 1), TARGET_SCALE));
  }
}
