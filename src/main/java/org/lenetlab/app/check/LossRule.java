package org.lenetlab.app.check;

import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.network.Network;

/** The loss reads the outputs as what they are: scores or distances. */
final class LossRule implements Rule {

  @Override
  public void check(Subject subject, Findings findings) {
    subject
        .network()
        .ifPresent(network -> subject.loss().ifPresent(loss -> check(network, loss, findings)));
  }

  private static void check(Network network, Loss loss, Findings findings) {
    findings.require("loss/name", () -> loss.requireFits(network));
  }
}
