package org.lenetlab.app.fidelity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lenetlab.api.network.ConnectionTable;
import org.lenetlab.api.network.Convolution;
import org.lenetlab.api.network.SquaredDistance;
import org.lenetlab.api.network.Targets;
import org.lenetlab.app.config.Spelling;
import org.lenetlab.app.fidelity.Anatomy.Pair;
import org.lenetlab.app.fidelity.Block.Role;

/** Compares two planned networks. */
final class NetworkComparison {
  private final Subject published;
  private final Subject here;
  private final Spelling spelling;
  private final Deviations deviations;
  private final List<Pair> pairs;

  NetworkComparison(Subject published, Subject here, Spelling spelling, Deviations deviations) {
    this.published = published;
    this.here = here;
    this.spelling = spelling;
    this.deviations = deviations;
    this.pairs = published.anatomy().beside(here.anatomy());
  }

  void run() {
    deviations.compare("order of layers", order(published), order(here));
    for (Pair pair : pairs) {
      deviations.compare(pair.name(), extent(pair.published()), extent(pair.here()));
      connections(pair);
    }
    new PropertyComparison(published, here, spelling, deviations).run();
    head(published.anatomy().output(), here.anatomy().output());
    deviations.compare(
        "parameters",
        count(published.network().parameterCount()),
        count(here.network().parameterCount()));
    deviations.compare(
        "connections",
        count(published.network().connectionCount()),
        count(here.network().connectionCount()));
  }

  private static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** The kinds of layers up to the output, which is compared apart. */
  private static String order(Subject subject) {
    return subject.anatomy().blocks().values().stream()
        .limit(subject.anatomy().blocks().size() - 1)
        .map(block -> block.role().toString())
        .collect(Collectors.joining(", "));
  }

  private static String extent(Optional<Block> block) {
    return block.map(NetworkComparison::extent).orElse(Deviations.NONE);
  }

  private static String extent(Block block) {
    return switch (block.role()) {
      case CONVOLUTION -> convolution(block, (Convolution) block.core());
      case POOLING, OTHER -> block.output().toString();
      case DENSE, DISTANCES -> block.output() + " units";
    };
  }

  private static String convolution(Block block, Convolution c) {
    return block.output()
        + " by "
        + square(c.kernel())
        + (c.stride() == 1 ? "" : ", stride " + c.stride())
        + (c.padding() == 0 ? "" : ", padding " + c.padding());
  }

  private static String square(int size) {
    return size + "×" + size;
  }

  private void connections(Pair pair) {
    if (pair.published().map(Block::core).orElse(null) instanceof Convolution before
        && pair.here().map(Block::core).orElse(null) instanceof Convolution now) {
      ConnectionTable table = before.connections();
      ConnectionTable other = now.connections();
      boolean same = table.equals(other) || (table.isFull() && other.isFull());
      String what = table.links() == other.links() ? "another table of " : "";
      deviations.noteUnless(
          same, "connections of " + pair.name(), links(table), what + links(other));
    }
  }

  private static String links(ConnectionTable table) {
    int all = table.inputs() * table.outputs();
    return table.isFull() ? "all " + all + " links" : table.links() + " of " + all + " links";
  }

  private void head(Block before, Block now) {
    if (before.core() instanceof SquaredDistance old
        && now.core() instanceof SquaredDistance other
        && !old.targets().equals(other.targets())) {
      deviations.compare("targets", old.targets(), difference(old.targets(), other.targets()));
    } else {
      deviations.compare("output", head(before), head(now));
    }
  }

  private static String head(Block block) {
    return block.core() instanceof SquaredDistance rbf
        ? "distances to " + rbf.targets()
        : block.role() == Role.DENSE ? "dense" : block.role().toString();
  }

  private static String difference(Targets before, Targets now) {
    if (before.classes() != now.classes() || before.length() != now.length()) {
      return now.toString();
    }
    int different = 0;
    for (int label = 0; label < now.classes(); label++) {
      for (int j = 0; j < now.length(); j++) {
        different += before.get(label, j) == now.get(label, j) ? 0 : 1;
      }
    }
    return different + " of " + now.classes() * now.length() + " values differ";
  }
}
