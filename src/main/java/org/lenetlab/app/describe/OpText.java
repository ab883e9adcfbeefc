package org.lenetlab.app.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.ChannelAffine;
import org.lenetlab.api.network.Convolution;
import org.lenetlab.api.network.Dense;
import org.lenetlab.api.network.Dropout;
import org.lenetlab.api.network.Elementwise;
import org.lenetlab.api.network.Op;
import org.lenetlab.api.network.Pooling;
import org.lenetlab.api.network.SquaredDistance;

/** Ops in words, and the arithmetic of their sizes and counts as a lesson shows it. */
public final class OpText {
  private OpText() {}

  /** What it does, in a few words. */
  public static String name(Op op) {
    return switch (op) {
      case Convolution c ->
          "convolution " + square(c.kernel()) + (c.connections().isFull() ? "" : " by table");
      case Pooling p -> p.kind().name().toLowerCase(Locale.ROOT) + " pooling " + square(p.window());
      case ChannelAffine _ -> "coefficient and bias";
      case Dense _ -> "dense";
      case Elementwise e -> activation(e.activation());
      case SquaredDistance _ -> "RBF";
      case Dropout d -> "dropout " + d.rate();
    };
  }

  private static String square(int size) {
    return size + "×" + size;
  }

  private static String activation(Activation activation) {
    String name = activation.getClass().getSimpleName();
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /** How its output size, parameters and connections come about; empty where there is nothing. */
  static List<String> arithmetic(Op op) {
    return switch (op) {
      case Convolution c -> convolution(c);
      case Pooling p -> pooling(p);
      case ChannelAffine a -> channelAffine(a);
      case Dense d -> dense(d);
      case SquaredDistance s -> squaredDistance(s);
      case Elementwise _, Dropout _ -> List.of();
    };
  }

  private static List<String> convolution(Convolution c) {
    int kernel = c.kernel();
    List<String> lines =
        sizes(c, size -> "(%d−%d+%d)/%d+1".formatted(size, kernel, 2 * c.padding(), c.stride()));
    int maps = c.maps();
    int inputs = c.input().channels();
    String area = kernel + "·" + kernel;
    int links = c.connections().links();
    lines.add(
        c.connections().isFull()
            ? "parameters  %d·(%s%s+1) = %,d"
                .formatted(maps, inputs == 1 ? "" : inputs + "·", area, c.parameterCount())
            : "parameters  %d links·%s + %d = %,d"
                .formatted(links, area, maps, c.parameterCount()));
    lines.add(
        "connections %d·%d·%,d = %,d"
            .formatted(
                c.output().height(), c.output().width(), c.parameterCount(), c.connectionCount()));
    return lines;
  }

  private static List<String> pooling(Pooling p) {
    return sizes(p, size -> "(%d−%d)/%d+1".formatted(size, p.window(), p.stride()));
  }

  /** The formula of the height, and that of the width where it differs. */
  private static List<String> sizes(Op op, IntFunction<String> formula) {
    List<String> lines = new ArrayList<>();
    int height = op.input().height();
    int width = op.input().width();
    boolean square = height == width;
    lines.add(
        (square ? "size        " : "height      ")
            + formula.apply(height)
            + " = "
            + op.output().height());
    if (!square) {
      lines.add("width       " + formula.apply(width) + " = " + op.output().width());
    }
    return lines;
  }

  private static List<String> channelAffine(ChannelAffine a) {
    int maps = a.output().channels();
    return List.of(
        "parameters  %d·(1+1) = %,d".formatted(maps, a.parameterCount()),
        "connections %d·%d·%d·(%d+1) = %,d"
            .formatted(
                maps, a.output().height(), a.output().width(), a.window(), a.connectionCount()));
  }

  private static List<String> dense(Dense d) {
    List<String> lines = new ArrayList<>();
    if (!d.input().isVector()) {
      lines.add(
          "inputs      %d·%d·%d = %,d"
              .formatted(
                  d.input().channels(), d.input().height(), d.input().width(), d.input().size()));
    }
    lines.add(
        "parameters  %d·(%,d+1) = %,d".formatted(d.units(), d.input().size(), d.parameterCount()));
    return lines;
  }

  private static List<String> squaredDistance(SquaredDistance s) {
    return List.of(
        "fixed       %d·%d = %,d"
            .formatted(s.targets().classes(), s.targets().length(), s.fixedCount()));
  }
}
