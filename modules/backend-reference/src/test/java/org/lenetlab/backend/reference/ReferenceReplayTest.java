package org.lenetlab.backend.reference;

import org.lenetlab.api.backend.Backend;
import org.lenetlab.testkit.OracleReplay;

final class ReferenceReplayTest extends OracleReplay {

  @Override
  protected Backend backend() {
    return new ReferenceBackend();
  }
}
