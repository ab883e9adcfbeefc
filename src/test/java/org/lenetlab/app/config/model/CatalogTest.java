package org.lenetlab.app.config.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lenetlab.api.experiment.DatasetBlock;
import org.lenetlab.api.experiment.Experiment;
import org.lenetlab.api.network.Activation;
import org.lenetlab.app.config.TestKinds;
import org.lenetlab.plugin.Kind;
import org.lenetlab.plugin.Registry;

/**
 * What the records say about the file; and what plugin authors are told when theirs say too little.
 */
final class CatalogTest {
  private final Catalog catalog = new Catalog(TestKinds.registry());

  @Test
  void namesAreInKebabCase() {
    assertThat(Names.ofComponent("c3Connections")).isEqualTo("c3-connections");
    assertThat(Names.ofComponent("batchSize")).isEqualTo("batch-size");
    assertThat(Names.ofConstant(Experiment.DeviceChoice.CUDA)).isEqualTo("cuda");
  }

  @Test
  void theFlatKindIsNoKeyOfItsBlock() {
    RecordModel dataset = catalog.block(DatasetBlock.class);
    assertThat(dataset.flat()).isNotNull();
    assertThat(dataset.fields())
        .extracting(Field::name)
        .contains("validation")
        .doesNotContain("source");
  }

  @Test
  void everyKindOfEveryCategoryCanBeWritten() {
    for (Category category : catalog.categories()) {
      for (Kind<?> kind : category.kinds()) {
        assertThat(catalog.keys(kind).fields())
            .allSatisfy(
                field ->
                    assertThat(field.required())
                        .isNotEqualTo(field.optional() || field.defaultText() != null));
      }
    }
  }

  private record Unwritable(URI address) implements Activation {
    @Override
    public double value(double x) {
      return x;
    }

    @Override
    public double derivative(double x) {
      return 1;
    }
  }

  @Test
  void aTypeThatNoFileCanHoldIsNamed() {
    assertThatThrownBy(() -> catalog.block(Unwritable.class))
        .hasMessageContaining("Unwritable.address: a record component of type java.net.URI");
  }

  @Test
  void aRecordIsOneKindOnly() {
    Set<Kind<?>> twice =
        Set.of(
            new Kind<>(Activation.class, "one", Activation.Relu.class, TestKinds.class),
            new Kind<>(Activation.class, "two", Activation.Relu.class, TestKinds.class));
    assertThatThrownBy(() -> new Catalog(new Registry(twice)))
        .hasMessageContaining("registered twice, as the activations one and two");
  }

  private record Named(String name) implements Activation {
    @Override
    public double value(double x) {
      return x;
    }

    @Override
    public double derivative(double x) {
      return 1;
    }
  }

  @Test
  void theKeyThatTellsTheKindIsTaken() {
    Set<Kind<?>> named =
        Set.of(new Kind<>(Activation.class, "named", Named.class, TestKinds.class));
    assertThatThrownBy(() -> new Catalog(new Registry(named)))
        .hasMessageContaining("the key name tells the activation");
  }

  private record Clashing(int validation, List<Integer> sizes) {}

  @Test
  void aKindCannotHaveAKeyOfItsBlock() {
    RecordModel clashing = catalog.block(Clashing.class);
    assertThatThrownBy(() -> catalog.block(DatasetBlock.class).with(clashing))
        .hasMessageContaining("has the key validation");
  }
}
