package org.lenetlab.app.fidelity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lenetlab.api.network.Activation;
import org.lenetlab.api.network.Pooling;
import org.lenetlab.app.config.Spelling;
import org.lenetlab.app.fidelity.Anatomy.Pair;

/** Compares what most layers have in common: pooling, squashing, dropout. */
final class PropertyComparison {
  private final Subject published;
  private final Subject here;
  private final Spelling spelling;
  private final Deviations deviations;
  private final List<Pair> pairs;
  private final List<Block> outputs;

  PropertyComparison(Subject published, Subject here, Spelling spelling, Deviations deviations) {
    this.published = published;
    this.here = here;
    this.spelling = spelling;
    this.deviations = deviations;
    this.pairs =
        published.anatomy().beside(here.anatomy()).stream()
            .filter(pair -> pair.published().isPresent() && pair.here().isPresent())
            .toList();
    this.outputs = List.of(published.anatomy().output(), here.anatomy().output());
  }

  void run() {
    compare("pooling", PropertyComparison::pooling);
    compare("squashing", this::squashing);
    compare("dropout", block -> block.dropout().isEmpty() ? "" : block.dropout().toString());
  }

  private void compare(String aspect, Function<Block, String> property) {
    boolean same =
        pairs.stream()
            .allMatch(pair -> pair.published().map(property).equals(pair.here().map(property)));
    deviations.noteUnless(
        same, aspect, groups(published.anatomy(), property), groups(here.anatomy(), property));
  }

  /** Each value of a property with the layers that have it: {@code max in S2 S4}. */
  private static String groups(Anatomy anatomy, Function<Block, String> property) {
    Map<String, String> layers = new LinkedHashMap<>();
    for (Block block : anatomy.blocks().values()) {
      String value = property.apply(block);
      if (!value.isEmpty()) {
        layers.merge(value, block.name(), (names, name) -> names + " " + name);
      }
    }
    return layers.isEmpty()
        ? Deviations.NONE
        : layers.entrySet().stream()
            .map(entry -> entry.getKey() + " in " + entry.getValue())
            .collect(Collectors.joining(", "));
  }

  private static String pooling(Block block) {
    if (!(block.core() instanceof Pooling pooling)) {
      return "";
    }
    boolean trainable = block.coefficients().isPresent();
    String kind = trainable ? "trainable" : pooling.kind().name().toLowerCase(Locale.ROOT);
    boolean usual = pooling.window() == 2 && pooling.stride() == 2;
    return usual
        ? kind
        : "%1$s %2$d×%2$d by %3$d".formatted(kind, pooling.window(), pooling.stride());
  }

  /** Where output units have none, that goes without saying. */
  private String squashing(Block block) {
    if (block.squashing().isEmpty()) {
      return outputs.contains(block) ? "" : Deviations.NONE;
    }
    return block.squashing().stream()
        .map(activation -> spelling.of(Activation.class, activation))
        .collect(Collectors.joining(" and "));
  }
}
