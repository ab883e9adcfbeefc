package org.lenetlab.backend.reference;

import org.lenetlab.api.backend.Backend;
import org.lenetlab.testkit.GradientCheck;

final class ReferenceGradientTest extends GradientCheck {

  @Override
  protected Backend backend() {
    return new ReferenceBackend();
  }
}
