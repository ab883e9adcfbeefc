package org.lenetlab.results.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lenetlab.results.store.Identity.Inputs;
import org.lenetlab.results.store.Identity.Platform;

final class IdentityTest {
  private static final Platform SIMD = new Platform("cpu", "simd", 1, null);
  private static final Inputs DATA = new Inputs("d1", null, Map.of());

  @Test
  void doesNotDependOnTheOrderOrLayoutOfKeys() {
    Identity one = Identity.of("{\"a\":{\"x\":1,\"y\":[2]},\"b\":0.5}", 1, SIMD, DATA);
    Identity other = Identity.of("{ \"b\": 0.50, \"a\": {\"y\": [2], \"x\": 1} }", 1, SIMD, DATA);
    assertThat(other.hash()).isEqualTo(one.hash());
  }

  @Test
  void everyPartChangesIt() {
    assertThat(
            Stream.of(
                    Identity.of("{\"a\":1}", 1, SIMD, DATA),
                    Identity.of("{\"a\":2}", 1, SIMD, DATA),
                    Identity.of("{\"a\":1}", 2, SIMD, DATA),
                    Identity.of("{\"a\":1}", 1, new Platform("cuda", "simd", 1, null), DATA),
                    Identity.of("{\"a\":1}", 1, new Platform("cpu", "nd4j", 1, null), DATA),
                    Identity.of("{\"a\":1}", 1, new Platform("cpu", "simd", 2, null), DATA),
                    Identity.of("{\"a\":1}", 1, new Platform("cpu", "simd", 1, 2), DATA),
                    Identity.of("{\"a\":1}", 1, SIMD, new Inputs("d2", null, Map.of())),
                    Identity.of("{\"a\":1}", 1, SIMD, new Inputs("d1", "w", Map.of())),
                    Identity.of("{\"a\":1}", 1, SIMD, new Inputs("d1", null, Map.of("j", "h"))))
                .map(Identity::hash))
        .doesNotHaveDuplicates();
  }

  @Test
  void differencesAreWrittenAsInExperimentFiles() {
    String settings = "{\"optimizer\":{\"epsilon\":%s,\"learning-rate\":%s},\"units\":[6,16]}";
    Identity before =
        Identity.of(
            settings.formatted("1.0E-8", "{\"step\":{\"every\":2,\"factor\":0.5,\"from\":0.1}}"),
            1,
            SIMD,
            DATA);
    Identity now = Identity.of(settings.formatted("5.0E-4", "1000.0"), 1, SIMD, DATA);
    assertThat(before.differences(now))
        .containsExactly(
            Map.entry("optimizer.epsilon", "1e-8, now 0.0005"),
            Map.entry("optimizer.learning-rate", "step 0.1 ×0.5 every 2, now 1000"));
    assertThat(now.values()).containsEntry("units", "[6, 16]");
  }

  @Test
  void hashIsStableAcrossVersionsOfThisProgram() {
    Identity identity = Identity.of("{\"a\":{\"x\":1},\"b\":0.5}", 1998, SIMD, DATA);
    assertThat(identity.hash()).startsWith(identity.shortHash()).hasSize(64);
    assertThat(identity.shortHash()).isEqualTo("4f64e7ca7820");
  }
}
