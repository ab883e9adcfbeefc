package org.lenetlab.backend.nd4j.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lenetlab.api.backend.BackendSpec;
import org.lenetlab.api.backend.Device;
import org.lenetlab.plugin.ExtensionException;
import org.lenetlab.plugin.Plugin;
import org.lenetlab.plugin.Registry;

final class Nd4jPluginTest {

  @Test
  void registersTheBackendWithoutItsLibraries() {
    Registry registry =
        Guice.createInjector(ServiceLoader.load(Plugin.class)).getInstance(Registry.class);
    assertThat(registry.names(BackendSpec.class)).contains("nd4j");
  }

  @Test
  void createNeedsTheExtension() {
    Nd4jBackendSpec spec = new Nd4jBackendSpec();
    assertThatThrownBy(() -> spec.create(Device.CPU, 1))
        .isInstanceOf(ExtensionException.class)
        .hasMessageContaining("nd4j");
  }

  @ParameterizedTest
  @CsvSource({"Linux, amd64", "Linux, aarch64", "Mac OS X, aarch64", "Windows 11, amd64"})
  void hasNativeLibrariesForUsualMachines(String system, String processor) {
    assertThat(Natives.missing(system, processor)).isEmpty();
  }

  @Test
  void saysForWhichMachineThereIsNone() {
    assertThat(Natives.missing("Linux", "riscv64")).contains("Linux riscv64", "backend: simd");
  }

  @Test
  void asksTheDriverForAllThatItSees() {
    assertThat(NvidiaDriver.gpus()).allSatisfy(gpu -> assertThat(gpu.major()).isPositive());
    assertThat(NvidiaDriver.isLoadable("libnothing-of-that-name.so")).isFalse();
  }
}
