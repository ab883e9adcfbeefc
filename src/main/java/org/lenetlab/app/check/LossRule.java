package org.lenetlab.app.check;

import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.network.Network;
import org.lenetlab.app.config.model.Catalog;

/** The loss reads the outputs as what they are: scores or distances. */
final class LossRule implements Rule {
  private final Catalog catalog;

  LossRule(Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public void check(Subject subject, Findings findings) {
    subject
        .network()
        .ifPresent(network -> subject.loss().ifPresent(loss -> check(network, loss, findings)));
  }

  private void check(Network network, Loss loss, Findings findings) {
    String name = catalog.nameOf(Loss.class, loss);
    String last = network.layers().getLast().name();
    if (loss.needsDistances() && !network.outputsDistances()) {
      findings.error(
          "loss/name",
          name + " is about distances to RBF targets, but the layer " + last + " has no targets",
          "end the network with RBF units, or use cross-entropy or mse");
    }
    if (!loss.needsDistances() && network.outputsDistances()) {
      findings.error(
          "loss/name",
          name + " takes the largest output, but those of the RBF layer " + last + " are distances",
          "use rbf-map or rbf-mle, or end the network with another layer");
    }
  }
}
