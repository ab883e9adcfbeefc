package org.lenetlab.app.config;

import com.google.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.lenetlab.api.experiment.Experiment;
import org.lenetlab.app.cli.ExperimentKeys;
import org.lenetlab.app.config.model.Catalog;
import org.lenetlab.app.config.model.Category;
import org.lenetlab.app.config.model.Field;
import org.lenetlab.app.config.model.FieldType;
import org.lenetlab.app.config.model.RecordModel;

/** Finds the blocks that a key belongs to, for users who put it elsewhere. */
public final class KeyPaths implements ExperimentKeys {
  private final Catalog catalog;

  /** The keys of all blocks and kinds of {@code catalog}, but for those of list items. */
  @Inject
  public KeyPaths(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public List<String> paths(String name) {
    SequencedSet<String> paths = new LinkedHashSet<>();
    collect(name, "", catalog.block(Experiment.class), paths);
    return List.copyOf(paths);
  }

  private void collect(String name, String prefix, RecordModel block, Collection<String> paths) {
    for (Field field : block.fields()) {
      String path = prefix + field.name();
      if (field.name().equals(name)) {
        paths.add(path);
      }
      if (field.type() instanceof FieldType.Block(var type)) {
        collect(name, path + ".", catalog.block(type), paths);
      } else if (field.type() instanceof FieldType.Named(var category)) {
        kinds(name, path + ".", category, paths);
      }
    }
    Category flat = block.flat();
    if (flat != null) {
      kinds(name, prefix, flat, paths);
    }
  }

  private void kinds(String name, String prefix, Category category, Collection<String> paths) {
    category.kinds().forEach(kind -> collect(name, prefix, catalog.keys(kind), paths));
  }
}
