package org.lenetlab.results.claim;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.experiment.Expectation;
import org.lenetlab.api.experiment.Expectation.Count;
import org.lenetlab.api.network.Layer;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Shape;

/** Claims of counts and shapes, which hold exactly or not and need no training. */
final class NetworkClaims {
  private NetworkClaims() {}

  static Judgement judge(Expectation claim, Optional<Network> network) {
    String claimed = whole(claim.value(), "×");
    Optional<String> ours = network.flatMap(planned -> measure(claim, planned));
    Verdict verdict =
        ours.map(o -> o.equals(claimed) ? Verdict.REPRODUCED : Verdict.NOT_REPRODUCED)
            .orElse(Verdict.NOT_MEASURED);
    boolean noSuchLayer = network.isPresent() && ours.isEmpty();
    String detail = noSuchLayer ? "the network has no layer " + layer(claim) : "";
    return new Judgement(
        claim, subject(claim), claimed, ours.orElse(""), null, "exactly", verdict, detail);
  }

  private static String subject(Expectation claim) {
    Count count = claim.count();
    if (count == null) {
      return "output shape of " + claim.shape();
    }
    String what = count.name().toLowerCase(Locale.ROOT);
    return claim.layer() == null ? what : what + " of " + claim.layer();
  }

  private static @Nullable String layer(Expectation claim) {
    return claim.shape() != null ? claim.shape() : claim.layer();
  }

  private static Optional<String> measure(Expectation claim, Network network) {
    String name = layer(claim);
    Optional<Layer> layer =
        network.layers().stream().filter(l -> l.name().equals(name)).findFirst();
    Count count = claim.count();
    if (count == null) {
      return layer.map(Layer::output).map(NetworkClaims::sizes);
    }
    if (name == null) {
      return Optional.of(Long.toString(total(count, network)));
    }
    return layer.map(l -> Long.toString(of(count, l)));
  }

  private static long total(Count count, Network network) {
    return network.layers().stream().mapToLong(layer -> of(count, layer)).sum();
  }

  private static long of(Count count, Layer layer) {
    return switch (count) {
      case PARAMETERS -> layer.parameterCount();
      case CONNECTIONS -> layer.connectionCount();
      case UNITS -> layer.output().size();
      case LAYERS -> 1;
    };
  }

  private static String sizes(Shape shape) {
    return shape.channels() + "×" + shape.height() + "×" + shape.width();
  }

  private static String whole(List<Double> values, String between) {
    return values.stream()
        .map(v -> String.format(Locale.ROOT, "%.0f", v))
        .collect(Collectors.joining(between));
  }
}
