package org.lenetlab.backend.simd;

import org.lenetlab.api.backend.Backend;
import org.lenetlab.backend.reference.ReferenceBackend;
import org.lenetlab.testkit.BackendContract;

final class SimdContractTest extends BackendContract {

  @Override
  protected Backend backend(int threads) {
    return new SimdBackend(threads);
  }

  @Override
  protected Backend reference() {
    return new ReferenceBackend();
  }
}
