package org.lenetlab.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lenetlab.app.config.model.Catalog;

/** The generated schema, as editors use it. */
final class SchemaTest {
  private static final Catalog CATALOG = new Catalog(TestKinds.registry());

  private final JsonNode schema = SchemaGenerator.generate(CATALOG, new Forms(CATALOG));

  @Test
  void isASchema() {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    SchemaLocation dialect = SchemaLocation.of(schema.get("$schema").asText());
    assertThat(registry.getSchema(dialect).validate(schema)).isEmpty();
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    assertThat(schema.findValuesAsText("$ref"))
        .isNotEmpty()
        .allSatisfy(ref -> assertThat(schema.at(ref.substring(1)).isObject()).isTrue());
  }

  @Test
  void carriesDescriptionsAndDefaults() {
    JsonNode shuffle = schema.at("/$defs/training/properties/shuffle");
    assertThat(shuffle.get("description").asText())
        .isEqualTo("a new order in every epoch, by seed");
    assertThat(shuffle.get("default").booleanValue()).isTrue();
  }

  /** Editors validate what people write, not what the reader makes of it. */
  @Test
  void acceptsTheFormsThatPeopleWrite() {
    for (String text : List.of(YamlFile.SMALL, ResolvedFileTest.RICH, ResolvedFileTest.LAYERS)) {
      assertThat(complaints(text)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dataset: digits",
        "dataset: {name: digits, augment: [flip, rotate: 3, {name: rotate, degrees: 3}]}",
        "architecture: {name: template, activation: {leaky-relu: 0.1}}",
        "architecture: {name: template, activation: {C1: relu, F2: {leaky-relu: 0.1}}}",
        "architecture: {name: template, initializer: {constant: 1}}",
        "architecture: {name: template, initializer: {weights: {constant: 1}}}",
        "architecture: {name: template, initializer: {C1: {constant: 1}, default:"
            + " pytorch-default}}",
        "architecture: {name: layers, layers: [activation: relu, dense: 10]}",
        "loss: cross-entropy",
        "loss: {mse: {on: 1}}",
        "optimizer: {name: sgd, learning-rate: {1: 0.1, 5: 0.01}}",
        "optimizer: {name: sgd, learning-rate: {cosine: {from: 1, to: 0}}}",
        "backend:",
        "expect: [{count: layers, value: 7, source: x}]",
      })
  void acceptsShortForms(String line) {
    assertThat(complaints(YamlFile.smallWith(line))).isEmpty();
  }

  private String complaints(String text) {
    List<Diagnostic> problems = new ArrayList<>();
    Tree tree = YamlParser.parse(Source.file("experiment.yaml", text), problems);
    assertThat(tree).isNotNull();
    new SchemaValidator(schema, new KeyPaths(new Catalog(TestKinds.registry())))
        .validate(new Tree.Entry(tree.place(), tree), problems, new HashSet<>());
    return Report.of(problems);
  }
}
