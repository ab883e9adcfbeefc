package org.lenetlab.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import java.lang.reflect.RecordComponent;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lenetlab.api.data.Augmentation;
import org.lenetlab.api.data.DatasetSpec;
import org.lenetlab.api.data.Transform;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.plugin.Kind;
import org.lenetlab.plugin.Plugin;
import org.lenetlab.plugin.Registry;

class DataPluginTest {
  private final Registry registry =
      Guice.createInjector(ServiceLoader.load(Plugin.class)).getInstance(Registry.class);

  @Test
  void everyKindIsFoundUnderItsName() {
    assertThat(registry.names(DatasetSpec.class))
        .containsExactly(
            "cifar-10", "fashion-mnist", "image-folder", "mnist", "synthetic-digits", "tensors");
    assertThat(registry.names(Transform.class))
        .containsExactly("invert", "normalize", "pad", "range", "resize");
    assertThat(registry.names(Augmentation.class))
        .containsExactly("affine", "flip", "rotate", "shift");
  }

  @Test
  void everyKindAndKeyIsDescribed() {
    Stream.of(DatasetSpec.class, Transform.class, Augmentation.class)
        .flatMap(category -> registry.kinds(category).stream())
        .forEach(DataPluginTest::assertDescribed);
  }

  private static void assertDescribed(Kind<?> kind) {
    assertThat(kind.type().getAnnotation(Doc.class)).as(kind.name()).isNotNull();
    for (RecordComponent key : kind.type().getRecordComponents()) {
      assertThat(key.getAnnotation(Doc.class)).as(kind.name() + "." + key.getName()).isNotNull();
    }
  }
}
