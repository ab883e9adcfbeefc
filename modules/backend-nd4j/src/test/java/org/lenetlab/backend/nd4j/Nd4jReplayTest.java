package org.lenetlab.backend.nd4j;

import org.lenetlab.api.backend.Backend;
import org.lenetlab.testkit.OracleReplay;

final class Nd4jReplayTest extends OracleReplay {

  @Override
  protected Backend backend() {
    return new Nd4jBackend(1);
  }
}
