package org.lenetlab.backend.nd4j;

import org.lenetlab.api.backend.Backend;
import org.lenetlab.backend.reference.ReferenceBackend;
import org.lenetlab.testkit.BackendContract;

final class Nd4jContractTest extends BackendContract {

  @Override
  protected Backend backend(int threads) {
    return new Nd4jBackend(threads);
  }

  @Override
  protected boolean threadsChangeResults() {
    return true;
  }

  @Override
  protected Backend reference() {
    return new ReferenceBackend();
  }
}
