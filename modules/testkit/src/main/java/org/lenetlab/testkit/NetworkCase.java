package org.lenetlab.testkit;

import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.network.Network;

/** A network and its loss, under a name that says what is special about it. */
public record NetworkCase(String name, Network network, Loss loss) {

  @Override
  public String toString() {
    return name;
  }
}
