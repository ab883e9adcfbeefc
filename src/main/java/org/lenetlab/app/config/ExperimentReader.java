package org.lenetlab.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Suppliers;
import com.google.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.lenetlab.api.experiment.Experiment;
import org.lenetlab.app.config.model.Catalog;
import org.lenetlab.app.config.model.Field;
import org.lenetlab.app.config.model.FieldType;
import org.lenetlab.app.config.model.RecordModel;

/** Reads experiment files. */
public final class ExperimentReader {
  static final FieldType EXPERIMENT = new FieldType.Block(Experiment.class);

  private final Catalog catalog;
  private final Forms forms;
  private final Normalizer normalizer;
  private final Defaults defaults;
  private final Unbinder unbinder;
  private final Supplier<JsonNode> schema;
  private final Supplier<CompletableFuture<SchemaValidator>> validator;

  /** A reader that knows the kinds of {@code catalog}. */
  @Inject
  public ExperimentReader(Catalog catalog) {
    this.catalog = catalog;
    this.forms = new Forms(catalog);
    this.normalizer = new Normalizer(catalog, forms);
    this.defaults = new Defaults(catalog);
    this.unbinder = new Unbinder(catalog);
    this.schema = Suppliers.memoize(() -> SchemaGenerator.generate(catalog, forms));
    this.validator =
        Suppliers.memoize(
            () ->
                CompletableFuture.supplyAsync(
                    () -> new SchemaValidator(schema.get()),
                    task -> Thread.ofPlatform().daemon().name("schema").start(task)));
  }

  /** The JSON schema of experiment files. */
  public String schema() {
    return schema.get().toPrettyString();
  }

  /**
   * Reads a file, with its parents, and puts the overrides on top.
   *
   * @param overrides each {@code dotted.path=value}, or {@code ~dotted.path} to remove
   * @throws ExperimentFileException with all problems, if there are any
   */
  public ExperimentFile read(Path file, List<String> overrides) {
    return draft(file, overrides).complete();
  }

  /** Reads a file as {@link #read} does, as far as it can be understood. */
  public Draft draft(Path file, List<String> overrides) {
    CompletableFuture<SchemaValidator> validating = validator.get(); // made while files are read
    List<Diagnostic> problems = new ArrayList<>();
    List<Tree.Mapping> layers = new FileLoader(problems).load(file);
    Tree.Entry nothing = new Tree.Entry(Place.of(file.toString()), Tree.Mapping.empty());
    if (layers.isEmpty()) {
      return new Draft(file, nothing, Map.of(), Optional.empty(), problems, List.of(), unbinder);
    }
    Merger merger = new Merger(catalog, forms, problems);
    Tree tree = nothing.value();
    for (Tree layer : layers) {
      tree = laid(tree, layer, merger);
    }
    for (String override : overrides) {
      tree =
          switch (Change.parse(override, problems)) {
            case Change.Put(var layer) -> laid(tree, layer, merger);
            case Change.Remove(var path) -> new Remover(problems).remove(tree, path);
            case null -> tree;
          };
    }
    Tree.Entry root = new Tree.Entry(nothing.keyPlace(), tree);
    return bound(file, root, validating.join(), problems, merger.dropped());
  }

  private Tree laid(Tree lower, Tree upper, Merger merger) {
    Tree merged = merger.merge(lower, normalizer.normalize(upper, EXPERIMENT), EXPERIMENT);
    return normalizer.normalize(merged, EXPERIMENT);
  }

  private Draft bound(
      Path file,
      Tree.Entry root,
      SchemaValidator validator,
      List<Diagnostic> problems,
      List<Diagnostic> dropped) {
    Set<Tree> refused = Collections.newSetFromMap(new IdentityHashMap<>());
    validator.validate(root, problems, refused);
    Binder binder = new Binder(catalog, defaults, refused, problems);
    RecordModel experiment = catalog.block(Experiment.class);
    Map<String, Optional<Object>> parts = new LinkedHashMap<>();
    for (Field field : experiment.fields()) {
      parts.put(field.name(), binder.argument((Tree.Mapping) root.value(), field));
    }
    Optional<Object> whole = binder.assemble(root, experiment, List.copyOf(parts.values()));
    return new Draft(
        file, root, parts, whole.map(Experiment.class::cast), problems, dropped, unbinder);
  }
}
