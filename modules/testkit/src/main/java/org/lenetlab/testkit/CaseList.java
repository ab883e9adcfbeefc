package org.lenetlab.testkit;

import java.util.ArrayList;
import java.util.List;
import org.lenetlab.api.backend.Loss;

/** Collects cases. */
final class CaseList {
  private final List<NetworkCase> cases = new ArrayList<>();

  void add(String name, Loss loss, NetworkBuilder builder) {
    cases.add(new NetworkCase(name, builder.build(), loss));
  }

  void add(String name, NetworkBuilder builder) {
    add(name, Losses.CROSS_ENTROPY, builder);
  }

  List<NetworkCase> list() {
    return List.copyOf(cases);
  }
}
