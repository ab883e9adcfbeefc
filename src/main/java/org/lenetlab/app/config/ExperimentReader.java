package org.lenetlab.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Suppliers;
import com.google.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.lenetlab.api.experiment.Experiment;
import org.lenetlab.app.config.model.Catalog;
import org.lenetlab.app.config.model.FieldType;
import org.lenetlab.plugin.Registry;

/** Reads experiment files. */
public final class ExperimentReader {
  private static final FieldType EXPERIMENT = new FieldType.Block(Experiment.class);

  private final Catalog catalog;
  private final Forms forms;
  private final Normalizer normalizer;
  private final Defaults defaults;
  private final Supplier<JsonNode> schema;
  private final Supplier<SchemaValidator> validator;

  /** A reader that knows the kinds of {@code registry}. */
  @Inject
  public ExperimentReader(Registry registry) {
    this.catalog = new Catalog(registry);
    this.forms = new Forms(catalog);
    this.normalizer = new Normalizer(catalog, forms);
    this.defaults = new Defaults(catalog);
    this.schema = Suppliers.memoize(() -> SchemaGenerator.generate(catalog, forms));
    this.validator = Suppliers.memoize(() -> new SchemaValidator(schema.get()));
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
    List<Diagnostic> problems = new ArrayList<>();
    Merger merger = new Merger(catalog, forms, problems);
    List<Tree.Mapping> layers = new FileLoader(problems).load(file);
    if (layers.isEmpty()) {
      throw new ExperimentFileException(problems);
    }
    Tree tree = normalizer.normalize(layers.getFirst(), EXPERIMENT);
    for (Tree layer : layers.subList(1, layers.size())) {
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
    return bind(file, new Tree.Entry(Place.of(file.toString()), tree), problems, merger.dropped());
  }

  private Tree laid(Tree lower, Tree upper, Merger merger) {
    Tree merged = merger.merge(lower, normalizer.normalize(upper, EXPERIMENT), EXPERIMENT);
    return normalizer.normalize(merged, EXPERIMENT);
  }

  private ExperimentFile bind(
      Path file, Tree.Entry root, List<Diagnostic> problems, List<Diagnostic> dropped) {
    Set<Tree> refused = Collections.newSetFromMap(new IdentityHashMap<>());
    validator.get().validate(root, problems, refused);
    Optional<Object> bound =
        new Binder(catalog, defaults, refused, problems).bind(root, EXPERIMENT);
    if (!problems.isEmpty() || bound.isEmpty()) {
      throw new ExperimentFileException(Report.sorted(problems));
    }
    Experiment experiment = (Experiment) bound.get();
    JsonNode resolved = new Unbinder(catalog).tree(experiment, EXPERIMENT);
    return new ExperimentFile(file, experiment, root, resolved, dropped);
  }
}
