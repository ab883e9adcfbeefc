package org.lenetlab.plugin;

import org.lenetlab.api.backend.Backend;
import org.lenetlab.api.backend.Device;

/**
 * The service of an {@link Extension} that holds a backend's code, while its spec is in the core.
 */
public interface BackendExtension {

  /** The backend, as {@link org.lenetlab.api.backend.BackendSpec#create} makes it. */
  Backend create(Device device, int threads);
}
