package org.lenetlab.backend.simd;

import org.lenetlab.api.backend.Backend;
import org.lenetlab.testkit.OracleReplay;

final class SimdReplayTest extends OracleReplay {

  @Override
  protected Backend backend() {
    return new SimdBackend(2);
  }
}
