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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.experiment.Experiment;
import org.lenetlab.api.experiment.Strategy;
import org.lenetlab.app.config.model.Catalog;
import org.lenetlab.app.config.model.Field;
import org.lenetlab.app.config.model.FieldType;
import org.lenetlab.app.config.model.RecordModel;

/** Reads experiment files. */
public final class ExperimentReader {
  static final FieldType EXPERIMENT = new FieldType.Block(Experiment.class);
  private static final FieldType SWEEP = new FieldType.Block(SweepBlock.class);

  private final Catalog catalog;
  private final Forms forms;
  private final Normalizer normalizer;
  private final Defaults defaults;
  private final Unbinder unbinder;
  private final Supplier<JsonNode> schema;
  private final Supplier<CompletableFuture<SchemaValidator>> validator;
  private final Supplier<SchemaValidator> sweepValidator;

  /** A reader that knows the kinds of {@code catalog}. */
  @Inject
  public ExperimentReader(Catalog catalog) {
    this.catalog = catalog;
    this.forms = new Forms(catalog);
    this.normalizer = new Normalizer(catalog, forms);
    this.defaults = new Defaults(catalog);
    this.unbinder = new Unbinder(catalog);
    KeyPaths keyPaths = new KeyPaths(catalog);
    this.schema = Suppliers.memoize(() -> SchemaGenerator.generate(catalog, forms));
    this.validator =
        Suppliers.memoize(
            () ->
                CompletableFuture.supplyAsync(
                    () -> new SchemaValidator(schema.get(), keyPaths),
                    task -> Thread.ofPlatform().daemon().name("schema").start(task)));
    this.sweepValidator =
        Suppliers.memoize(
            () -> new SchemaValidator(SchemaGenerator.sweep(catalog, forms), keyPaths));
  }

  /** The JSON schema of experiment files. */
  public String schema() {
    return schema.get().toPrettyString();
  }

  /**
   * Reads a file, with its parents, and puts the overrides on top. A sweep is read, but its trials
   * are not.
   *
   * @param overrides each {@code dotted.path=value}, or {@code ~dotted.path} to remove
   * @throws ExperimentFileException with all problems, if there are any
   */
  public ExperimentFile read(Path file, List<String> overrides) {
    Laid laid = laid(file, overrides);
    ExperimentFile experiment = bound(file, Map.of(), laid).complete();
    return laid.sweep == null ? experiment : experiment.withSweep(resolved(laid, laid.sweep));
  }

  private JsonNode resolved(Laid laid, Tree.Entry sweep) {
    List<Diagnostic> problems = new ArrayList<>();
    Optional<SweepReader.Plan> _ = plan(laid, sweep, problems);
    if (problems.stream().anyMatch(Diagnostic::isError)) {
      throw new ExperimentFileException(Report.sorted(problems));
    }
    return new Binder(catalog, defaults, Set.of(), problems)
        .bind(sweep, SWEEP)
        .map(block -> unbinder.tree(block, SWEEP))
        .orElseThrow();
  }

  /** Reads a file as {@link #read} does, as far as it can be understood; leaves a sweep out. */
  public Draft draft(Path file, List<String> overrides) {
    return bound(file, Map.of(), laid(file, overrides));
  }

  /** Reads a file as far as it can be understood, and every trial of its sweep. */
  public Trials trials(Path file, List<String> overrides) {
    Laid laid = laid(file, overrides);
    if (laid.sweep == null) {
      Draft only = bound(file, Map.of(), laid);
      return new Trials(file, Optional.empty(), List.of(only), List.of());
    }
    List<Diagnostic> problems = new ArrayList<>(laid.problems);
    Optional<SweepReader.Plan> plan = plan(laid, laid.sweep, problems);
    if (plan.isEmpty()) {
      Draft base = bound(file, Map.of(), laid);
      return new Trials(file, Optional.empty(), List.of(base), Report.sorted(problems));
    }
    List<Draft> trials =
        plan.get().points().stream()
            .map(point -> bound(file, point.labels(), changed(laid, point.changes())))
            .toList();
    return new Trials(file, Optional.of(plan.get().sweep()), trials, Report.sorted(problems));
  }

  /**
   * A file with its parents and overrides, before it is validated.
   *
   * @param tree without the sweep; null where there is none
   * @param sweep the block in full form; null where there is none
   */
  private record Laid(
      @Nullable Tree tree,
      Tree.@Nullable Entry sweep,
      List<Change> overrides,
      List<Diagnostic> problems,
      List<Diagnostic> dropped) {}

  private Laid laid(Path file, List<String> overrides) {
    CompletableFuture<SchemaValidator> _ = validator.get(); // made while files are read
    List<Diagnostic> problems = new ArrayList<>();
    List<Tree.Mapping> files = new FileLoader(problems).load(file);
    if (files.isEmpty()) {
      return new Laid(null, null, List.of(), problems, List.of());
    }
    Layering layering = layering(problems);
    Tree tree = Tree.Mapping.empty();
    for (Tree layer : files) {
      tree = layering.lay(tree, layer);
    }
    List<Change> changes = new ArrayList<>();
    for (String override : overrides) {
      Change change = Change.parse(override, problems);
      if (change != null) {
        changes.add(change);
        tree = layering.apply(tree, change);
      }
    }
    Tree.Entry sweep = null;
    if (tree instanceof Tree.Mapping map && map.get(Layering.SWEEP) != null) {
      sweep = map.entry(Layering.SWEEP);
      tree = map.without(Layering.SWEEP);
    }
    return new Laid(tree, sweep, changes, problems, layering.dropped());
  }

  private Layering layering(List<Diagnostic> problems) {
    return new Layering(catalog, forms, normalizer, problems);
  }

  private Optional<SweepReader.Plan> plan(Laid laid, Tree.Entry sweep, List<Diagnostic> problems) {
    Tree.Entry root =
        new Tree.Entry(
            sweep.keyPlace(), Tree.Mapping.of(Layering.SWEEP, sweep.keyPlace(), sweep.value()));
    Set<Tree> refused = refusals();
    sweepValidator.get().validate(root, problems, refused);
    Binder binder = new Binder(catalog, defaults, refused, problems);
    if (!(sweep.value() instanceof Tree.Mapping block)) {
      return Optional.empty();
    }
    Field strategy = Objects.requireNonNull(catalog.block(SweepBlock.class).field("strategy"));
    return new SweepReader(block, keys(), problems)
        .read(binder.argument(block, strategy).map(Strategy.class::cast), laid.overrides);
  }

  private List<String> keys() {
    return catalog.block(Experiment.class).fields().stream().map(Field::name).toList();
  }

  private Laid changed(Laid laid, List<Change> changes) {
    List<Diagnostic> problems = new ArrayList<>();
    Layering layering = layering(problems);
    Tree tree = Objects.requireNonNull(laid.tree);
    for (Change change : changes) {
      tree = layering.apply(tree, change);
    }
    List<Diagnostic> dropped = new ArrayList<>(laid.dropped);
    dropped.addAll(layering.dropped());
    return new Laid(tree, null, List.of(), problems, dropped);
  }

  private Draft bound(Path file, Map<String, String> axes, Laid laid) {
    Place whole = Place.of(file.toString());
    if (laid.tree == null) {
      Tree.Entry nothing = new Tree.Entry(whole, Tree.Mapping.empty());
      return new Draft(
          file, axes, nothing, Map.of(), Optional.empty(), laid.problems, laid.dropped, unbinder);
    }
    Tree.Entry root = new Tree.Entry(whole, laid.tree);
    List<Diagnostic> problems = new ArrayList<>(laid.problems);
    Set<Tree> refused = refusals();
    validator.get().join().validate(root, problems, refused);
    Binder binder = new Binder(catalog, defaults, refused, problems);
    RecordModel block = catalog.block(Experiment.class);
    Map<String, Optional<Object>> parts = new LinkedHashMap<>();
    for (Field field : block.fields()) {
      parts.put(field.name(), binder.argument((Tree.Mapping) root.value(), field));
    }
    Optional<Experiment> experiment =
        binder.assemble(root, block, List.copyOf(parts.values())).map(Experiment.class::cast);
    return new Draft(file, axes, root, parts, experiment, problems, laid.dropped, unbinder);
  }

  private static Set<Tree> refusals() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }
}
