package org.lenetlab.backend.nd4j;

import org.lenetlab.api.backend.Backend;
import org.lenetlab.api.backend.Device;
import org.lenetlab.plugin.BackendExtension;

/** The service of the extensions {@code nd4j} and {@code nd4j-cuda}. */
public final class Nd4jExtension implements BackendExtension {

  /** {@inheritDoc} The device is that of the native library which the extension brings. */
  @Override
  public Backend create(Device device, int threads) {
    return new Nd4jBackend(threads);
  }
}
