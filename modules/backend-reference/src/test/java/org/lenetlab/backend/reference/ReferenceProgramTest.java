package org.lenetlab.backend.reference;

import org.lenetlab.api.backend.Backend;
import org.lenetlab.testkit.ProgramContract;

final class ReferenceProgramTest extends ProgramContract {

  @Override
  protected Backend backend(int threads) {
    return new ReferenceBackend();
  }
}
