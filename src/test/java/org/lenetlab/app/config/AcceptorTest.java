package org.lenetlab.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lenetlab.api.experiment.Experiment;
import org.lenetlab.app.config.model.Catalog;

/** Files that are accepted without the schema are those that it accepts. */
final class AcceptorTest {
  private static final Catalog CATALOG = new Catalog(TestKinds.registry());
  private static final Forms FORMS = new Forms(CATALOG);
  private static final Acceptor ACCEPTOR = new Acceptor(CATALOG, FORMS);
  private static final Normalizer NORMALIZER = new Normalizer(CATALOG, FORMS);
  private static final SchemaValidator SCHEMA =
      new SchemaValidator(SchemaGenerator.generate(CATALOG, FORMS));

  /** What takes the place of each value in turn. */
  private static final List<Tree> OTHERS =
      List.of(
          scalar(Tree.Kind.TEXT, "relu"),
          scalar(Tree.Kind.TEXT, "3"),
          scalar(Tree.Kind.TEXT, ""),
          scalar(Tree.Kind.WHOLE, "0"),
          scalar(Tree.Kind.WHOLE, "-7"),
          scalar(Tree.Kind.WHOLE, "4294967296"),
          scalar(Tree.Kind.WHOLE, "18446744073709551616"),
          scalar(Tree.Kind.REAL, "0.5"),
          scalar(Tree.Kind.REAL, "-1e3"),
          scalar(Tree.Kind.SWITCH, "true"),
          scalar(Tree.Kind.NOTHING, ""),
          new Tree.Sequence(Place.of(""), List.of()),
          new Tree.Sequence(Place.of(""), List.of(scalar(Tree.Kind.WHOLE, "5"))),
          Tree.Mapping.empty(),
          Tree.Mapping.of("name", Place.of(""), scalar(Tree.Kind.TEXT, "sgd")),
          Tree.Mapping.of("constant", Place.of(""), Tree.Mapping.empty()),
          Tree.Mapping.of("3", Place.of(""), scalar(Tree.Kind.REAL, "0.1")));

  static List<String> files() {
    return List.of(YamlFile.SMALL, ResolvedFileTest.RICH, ResolvedFileTest.LAYERS);
  }

  @ParameterizedTest
  @MethodSource("files")
  void acceptsWhatIsRight(String text) {
    assertThat(accepts(tree(text))).isTrue();
  }

  @ParameterizedTest
  @MethodSource("files")
  void acceptsNothingThatTheSchemaRefuses(String text) {
    List<Tree> accepted = new ArrayList<>();
    int[] changed = {0};
    changes(
        tree(text),
        tree -> {
          changed[0]++;
          Tree normalized = NORMALIZER.normalize(tree, ExperimentReader.EXPERIMENT);
          if (accepts(normalized)) {
            accepted.add(normalized);
          }
        });
    assertThat(changed[0]).isGreaterThan(200);
    assertThat(accepted).isNotEmpty().hasSizeLessThan(changed[0] / 2);
    for (Tree tree : accepted) {
      List<Diagnostic> problems = new ArrayList<>();
      SCHEMA.validate(
          new Tree.Entry(tree.place(), tree),
          problems,
          Collections.newSetFromMap(new IdentityHashMap<>()));
      assertThat(problems).as(tree.toString()).isEmpty();
    }
  }

  private static boolean accepts(Tree tree) {
    return ACCEPTOR.accepts(tree, CATALOG.block(Experiment.class));
  }

  private static Tree tree(String text) {
    Tree written = YamlParser.parse(Source.file("experiment.yaml", text), new ArrayList<>());
    assertThat(written).isNotNull();
    return NORMALIZER.normalize(written, ExperimentReader.EXPERIMENT);
  }

  private static Tree.Scalar scalar(Tree.Kind kind, String text) {
    return new Tree.Scalar(Place.of(""), kind, text);
  }

  /** Tells of all trees that differ from one in a single value or key. */
  private static void changes(Tree tree, Consumer<Tree> found) {
    OTHERS.forEach(found);
    switch (tree) {
      case Tree.Scalar _ -> {}
      case Tree.Sequence(var place, var items) -> {
        for (int i = 0; i < items.size(); i++) {
          int index = i;
          changes(
              items.get(i),
              item -> {
                List<Tree> others = new ArrayList<>(items);
                others.set(index, item);
                found.accept(new Tree.Sequence(place, others));
              });
        }
      }
      case Tree.Mapping map -> {
        for (String key : map.entries().keySet()) {
          found.accept(map.without(key));
          found.accept(renamed(map, key));
          changes(map.entry(key).value(), value -> found.accept(map.with(key, value)));
        }
      }
    }
  }

  private static Tree renamed(Tree.Mapping map, String key) {
    Map<String, Tree.Entry> entries = new LinkedHashMap<>();
    map.entries().forEach((k, entry) -> entries.put(k.equals(key) ? key + "x" : k, entry));
    return new Tree.Mapping(map.place(), entries);
  }
}
