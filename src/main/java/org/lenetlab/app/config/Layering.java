package org.lenetlab.app.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenetlab.app.config.model.Catalog;
import org.lenetlab.app.config.model.FieldType;

/** Lays files, overrides and a sweep's changes over each other. */
final class Layering {
  /** The key of the block that is no part of a single trial. */
  static final String SWEEP = "sweep";

  static final FieldType SWEEP_BLOCK = new FieldType.Block(SweepBlock.class);

  private final Normalizer normalizer;
  private final Merger merger;
  private final List<Diagnostic> problems;

  /**
   * @param problems receives what does not fit
   */
  Layering(Catalog catalog, Forms forms, Normalizer normalizer, List<Diagnostic> problems) {
    this.normalizer = normalizer;
    this.merger = new Merger(catalog, forms, problems);
    this.problems = problems;
  }

  /** What was left out so far because a kind changed. */
  List<Diagnostic> dropped() {
    return merger.dropped();
  }

  /** {@code upper} over {@code lower}, in full form. */
  Tree lay(Tree lower, Tree upper) {
    Tree above = normal(upper);
    Tree merged = merger.merge(lower, above, ExperimentReader.EXPERIMENT);
    Tree sweepBelow = sweep(lower);
    Tree sweepAbove = sweep(above);
    if (sweepBelow != null && sweepAbove != null && merged instanceof Tree.Mapping map) {
      merged = map.with(SWEEP, merger.merge(sweepBelow, sweepAbove, SWEEP_BLOCK));
    }
    return normal(merged);
  }

  private static @Nullable Tree sweep(Tree tree) {
    return tree instanceof Tree.Mapping map ? map.get(SWEEP) : null;
  }

  private Tree normal(Tree tree) {
    Tree normal = normalizer.normalize(tree, ExperimentReader.EXPERIMENT);
    Tree sweep = sweep(normal);
    return sweep != null && normal instanceof Tree.Mapping map
        ? map.with(SWEEP, normalizer.normalize(sweep, SWEEP_BLOCK))
        : normal;
  }

  /** {@code tree} with a change. */
  Tree apply(Tree tree, Change change) {
    return switch (change) {
      case Change.Put put -> lay(tree, put.tree());
      case Change.Remove(var path, var required) ->
          new Remover(required, problems).remove(tree, path);
    };
  }
}
