package org.lenetlab.backend.reference;

import java.util.Set;
import org.lenetlab.api.backend.Backend;
import org.lenetlab.api.backend.BackendSpec;
import org.lenetlab.api.backend.Device;
import org.lenetlab.api.spec.Doc;

/** The backend {@code reference}: one thread of plain scalar Java on the CPU. */
@Doc("plain scalar Java in double precision, slow: what the others are tested against")
record ReferenceBackendSpec() implements BackendSpec {

  @Override
  public Set<Device> devices() {
    return Set.of(Device.CPU);
  }

  @Override
  public String missing(Device device) {
    return switch (device) {
      case CPU -> "";
      case CUDA -> "the reference backend runs on the CPU only: use device: cpu";
    };
  }

  @Override
  public Backend create(Device device, int threads) {
    return new ReferenceBackend();
  }

  @Override
  public int numerics() {
    return 1;
  }

  @Override
  public boolean hasCurvature() {
    return true;
  }

  @Override
  public int preference(Device device) {
    return 0;
  }
}
