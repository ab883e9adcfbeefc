package org.lenetlab.app.machine;

import java.util.Optional;
import org.lenetlab.api.backend.Backend;
import org.lenetlab.api.backend.BackendSpec;
import org.lenetlab.api.backend.Device;
import org.lenetlab.plugin.Extension;

/**
 * What an experiment is going to run on here.
 *
 * @param name how experiment files call the backend
 * @param reason why this one, for the reader
 */
public record BackendChoice(String name, BackendSpec spec, Device device, String reason) {

  /** What has to be installed before the backend is created; nothing for most. */
  public Optional<Extension> extension() {
    return extension(spec, device);
  }

  static Optional<Extension> extension(BackendSpec spec, Device device) {
    return Optional.of(spec.extension(device)).filter(e -> !e.isEmpty()).map(Extension::new);
  }

  /** The backend itself, with {@code threads} threads. */
  public Backend create(int threads) {
    return spec.create(device, threads);
  }
}
