package org.lenetlab.app.fidelity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.lenetlab.api.network.ChannelAffine;
import org.lenetlab.api.network.Convolution;
import org.lenetlab.api.network.Dense;
import org.lenetlab.api.network.Dropout;
import org.lenetlab.api.network.Elementwise;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Op;
import org.lenetlab.api.network.Pooling;
import org.lenetlab.api.network.SquaredDistance;
import org.lenetlab.api.network.Stage;
import org.lenetlab.app.fidelity.Block.Role;

/**
 * The blocks of a network by their place: convolutions and poolings counted from the image, hidden
 * dense layers from the output, so that the F6 of one network meets that of another which has more
 * or fewer layers before it.
 */
record Anatomy(SequencedMap<String, Block> blocks) {
  private static final String OUTPUT = "output";

  Anatomy {
    blocks = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(blocks));
  }

  /**
   * The blocks of two networks at the same place; one of them may have none.
   *
   * @param name of the layer in 1998, with the one here in brackets where it has another
   */
  record Pair(String name, Optional<Block> published, Optional<Block> here) {}

  static Anatomy of(Network network) {
    List<Block> blocks = cut(network.stages());
    List<Block> hidden = blocks.subList(0, blocks.size() - 1);
    long dense = hidden.stream().filter(Anatomy::isDense).count();
    Map<Role, Integer> counts = new EnumMap<>(Role.class);
    SequencedMap<String, Block> byPlace = new LinkedHashMap<>();
    for (Block block : hidden) {
      int count = counts.merge(block.role(), 1, Integer::sum);
      byPlace.put(
          isDense(block)
              ? "dense " + (dense - count + 1) + " before the output"
              : block.role() + " " + count,
          block);
    }
    byPlace.put(OUTPUT, blocks.getLast());
    return new Anatomy(byPlace);
  }

  private static boolean isDense(Block block) {
    return block.role() == Role.DENSE;
  }

  private static List<Block> cut(List<Stage> stages) {
    List<Block> blocks = new ArrayList<>();
    List<Op> ops = new ArrayList<>();
    String name = "";
    for (Stage stage : stages) {
      if (!ops.isEmpty() && begins(stage.op(), ops)) {
        blocks.add(new Block(name, ops));
        ops.clear();
      }
      name = ops.isEmpty() ? stage.layer() : name;
      ops.add(stage.op());
    }
    blocks.add(new Block(name, ops));
    return blocks;
  }

  private static boolean begins(Op op, List<Op> before) {
    return switch (op) {
      case Convolution _, Pooling _, Dense _, SquaredDistance _ -> true;
      case ChannelAffine _ ->
          !(before.size() == 1
              && before.getFirst() instanceof Pooling pooling
              && pooling.kind() == Pooling.Kind.SUM);
      case Elementwise _, Dropout _ -> false;
    };
  }

  boolean hasConvolution() {
    return blocks.values().stream().anyMatch(block -> block.role() == Role.CONVOLUTION);
  }

  Block output() {
    return blocks.lastEntry().getValue();
  }

  /** The blocks of this network, the published one, beside those of another. */
  List<Pair> beside(Anatomy other) {
    SequencedSet<String> places = new LinkedHashSet<>(blocks.keySet());
    places.addAll(other.blocks.keySet());
    return places.stream()
        .map(
            place -> {
              Optional<Block> published = Optional.ofNullable(blocks.get(place));
              Optional<Block> here = Optional.ofNullable(other.blocks.get(place));
              return new Pair(name(published, here), published, here);
            })
        .toList();
  }

  private static String name(Optional<Block> published, Optional<Block> here) {
    if (published.isEmpty() || here.isEmpty()) {
      return published.or(() -> here).orElseThrow().name();
    }
    String name = published.get().name();
    String other = here.get().name();
    return name.equals(other) ? name : name + " (" + other + ")";
  }
}
