package org.lenetlab.backend.nd4j.spec;

import java.util.Set;
import org.lenetlab.api.backend.Backend;
import org.lenetlab.api.backend.BackendSpec;
import org.lenetlab.api.backend.Device;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.plugin.BackendExtension;
import org.lenetlab.plugin.Extension;

/**
 * The backend {@code nd4j}: the operations of ND4J, on the CPU or on a GPU. It agrees with the
 * reference within float tolerance; its bits depend on the thread count and on the processor.
 */
@Doc("the operations of ND4J, on the CPU or an NVIDIA GPU; its libraries are fetched on first use")
record Nd4jBackendSpec() implements BackendSpec {

  @Override
  public Set<Device> devices() {
    return Set.of(Device.CPU, Device.CUDA);
  }

  @Override
  public String missing(Device device) {
    return switch (device) {
      case CPU -> Natives.missing(System.getProperty("os.name"), System.getProperty("os.arch"));
      case CUDA -> CudaRequirements.missing(NvidiaDriver.gpus(), NvidiaDriver::isLoadable);
    };
  }

  @Override
  public String extension(Device device) {
    return switch (device) {
      case CPU -> "nd4j";
      case CUDA -> "nd4j-cuda";
    };
  }

  @Override
  public Backend create(Device device, int threads) {
    return new Extension(extension(device)).load(BackendExtension.class).create(device, threads);
  }

  @Override
  public int numerics() {
    return 1;
  }

  @Override
  public boolean hasCurvature() {
    return false;
  }

  @Override
  public boolean threadsChangeResults() {
    return true;
  }

  @Override
  public int preference(Device device) {
    return 10;
  }
}
