package org.lenetlab.backend.simd;

import java.util.Set;
import org.lenetlab.api.backend.Backend;
import org.lenetlab.api.backend.BackendSpec;
import org.lenetlab.api.backend.Device;
import org.lenetlab.api.spec.Doc;

/** The backend {@code simd}: vector code on all threads of the CPU. */
@Doc("explicit vector code on all threads of the CPU")
record SimdBackendSpec() implements BackendSpec {
  private static final String MODULE = "jdk.incubator.vector";

  @Override
  public Set<Device> devices() {
    return Set.of(Device.CPU);
  }

  @Override
  public String missing(Device device) {
    return switch (device) {
      case CPU ->
          ModuleLayer.boot().findModule(MODULE).isPresent()
              ? ""
              : "the Java module "
                  + MODULE
                  + " is not loaded: pass --add-modules "
                  + MODULE
                  + " to java, as the launcher does";
      case CUDA -> "the simd backend runs on the CPU only: use device: cpu";
    };
  }

  @Override
  public Backend create(Device device, int threads) {
    return new SimdBackend(threads);
  }

  @Override
  public int numerics() {
    return 7;
  }

  @Override
  public boolean hasCurvature() {
    return true;
  }

  @Override
  public int preference(Device device) {
    return 100;
  }
}
