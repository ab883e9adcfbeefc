package org.lenetlab.backend.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lenetlab.testkit.Fingerprint;

final class ReferenceNumericsTest {

  @Test
  void bitsChangeOnlyTogetherWithNumerics() {
    assertThat(new ReferenceBackendSpec().numerics() + " " + Fingerprint.of(new ReferenceBackend()))
        .as("numerics() and the fingerprint of the bits: count numerics() up if they changed")
        .isEqualTo("1 af71d70d83069176");
  }
}
