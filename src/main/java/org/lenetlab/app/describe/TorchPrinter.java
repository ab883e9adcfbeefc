package org.lenetlab.app.describe;

import java.util.ArrayList;
import java.util.List;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.ChannelAffine;
import org.lenetlab.api.network.Convolution;
import org.lenetlab.api.network.Dense;
import org.lenetlab.api.network.Dropout;
import org.lenetlab.api.network.Elementwise;
import org.lenetlab.api.network.Layer;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Op;
import org.lenetlab.api.network.Pooling;
import org.lenetlab.api.network.SquaredDistance;

/**
 * A network the way PyTorch prints a module, for comparing with tutorials. What PyTorch has no
 * module for goes by our own name.
 */
final class TorchPrinter {
  private TorchPrinter() {}

  static String print(String name, Network network) {
    StringBuilder text = new StringBuilder(name).append("(\n");
    for (Layer layer : network.layers()) {
      List<String> modules = modules(layer);
      text.append("  (").append(layer.name()).append("): ");
      if (modules.size() == 1) {
        text.append(modules.getFirst());
      } else {
        text.append("Sequential(\n");
        for (int i = 0; i < modules.size(); i++) {
          text.append("    (").append(i).append("): ").append(modules.get(i)).append('\n');
        }
        text.append("  )");
      }
      text.append('\n');
    }
    return text.append(")\n").toString();
  }

  private static List<String> modules(Layer layer) {
    List<String> modules = new ArrayList<>();
    for (Op op : layer.ops()) {
      if (op instanceof Dense && !op.input().isVector()) {
        modules.add("Flatten(start_dim=1, end_dim=-1)");
      }
      modules.add(module(op));
    }
    return modules;
  }

  private static String module(Op op) {
    return switch (op) {
      case Convolution c -> convolution(c);
      case Pooling p -> pooling(p);
      case ChannelAffine a -> "ChannelAffine(%d)".formatted(a.output().channels());
      case Dense d ->
          "Linear(in_features=%d, out_features=%d, bias=True)"
              .formatted(d.input().size(), d.units());
      case Elementwise e -> activation(e.activation());
      case SquaredDistance s ->
          "SquaredDistance(%d, %d)".formatted(s.input().size(), s.targets().classes());
      case Dropout d -> "Dropout(p=%s, inplace=False)".formatted(d.rate());
    };
  }

  private static String convolution(Convolution c) {
    String padding = c.padding() == 0 ? "" : ", padding=(%1$d, %1$d)".formatted(c.padding());
    String links = c.connections().isFull() ? "" : ", links=" + c.connections().links();
    return "Conv2d(%1$d, %2$d, kernel_size=(%3$d, %3$d), stride=(%4$d, %4$d)%5$s%6$s)"
        .formatted(c.input().channels(), c.maps(), c.kernel(), c.stride(), padding, links);
  }

  private static String pooling(Pooling p) {
    String sizes = "kernel_size=%d, stride=%d, padding=0".formatted(p.window(), p.stride());
    return switch (p.kind()) {
      case AVERAGE -> "AvgPool2d(" + sizes + ")";
      case MAX -> "MaxPool2d(" + sizes + ", dilation=1, ceil_mode=False)";
      case SUM -> "SumPool2d(" + sizes + ")";
    };
  }

  private static String activation(Activation activation) {
    return switch (activation) {
      case Activation.Relu _ -> "ReLU()";
      case Activation.LeakyRelu leaky -> "LeakyReLU(negative_slope=" + leaky.slope() + ")";
      default -> activation.getClass().getSimpleName() + "()"; // an open set
    };
  }
}
