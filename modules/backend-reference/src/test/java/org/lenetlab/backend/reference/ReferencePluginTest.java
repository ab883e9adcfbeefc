package org.lenetlab.backend.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.lenetlab.api.backend.BackendSpec;
import org.lenetlab.api.backend.Device;
import org.lenetlab.plugin.Plugin;
import org.lenetlab.plugin.Registry;

final class ReferencePluginTest {

  @Test
  void registersTheReferenceBackend() {
    Registry registry =
        Guice.createInjector(ServiceLoader.load(Plugin.class)).getInstance(Registry.class);
    assertThat(registry.names(BackendSpec.class)).contains("reference");
  }

  @Test
  void saysThatItHasNoCodeForCuda() {
    ReferenceBackendSpec spec = new ReferenceBackendSpec();
    assertThat(spec.missing(Device.CPU)).isEmpty();
    assertThat(spec.missing(Device.CUDA)).contains("device: cpu");
  }
}
