package org.lenetlab.app.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.experiment.DatasetBlock;
import org.lenetlab.api.experiment.Expectation;
import org.lenetlab.api.experiment.Metric;
import org.lenetlab.api.experiment.Training;
import org.lenetlab.api.network.Layer;
import org.lenetlab.api.network.Network;
import org.lenetlab.app.cli.DidYouMean;

/** Claims are about layers and figures that there will be. */
final class ExpectationRule implements Rule {

  @Override
  public void check(Subject subject, Findings findings) {
    List<Expectation> expectations = subject.expectations();
    for (int i = 0; i < expectations.size(); i++) {
      Expectation claim = expectations.get(i);
      String path = "expect/" + i;
      subject.training().ifPresent(training -> epoch(claim, training, path, findings));
      subject.dataset().ifPresent(dataset -> metric(claim, dataset, path, findings));
      subject
          .network()
          .ifPresent(
              network -> {
                layer(claim.layer(), network, path + "/layer", findings);
                layer(claim.shape(), network, path + "/shape", findings);
              });
    }
  }

  private static void epoch(Expectation claim, Training training, String path, Findings findings) {
    Integer epoch = claim.epoch();
    if (epoch != null && epoch > training.epochs()) {
      findings.warning(
          path + "/epoch",
          "this claim cannot be judged",
          "training ends after epoch " + training.epochs());
    }
  }

  private static void metric(
      Expectation claim, DatasetBlock dataset, String path, Findings findings) {
    Metric metric = claim.metric();
    if (metric != null && metric.isOfValidation() && dataset.validation() == 0) {
      findings.error(
          path + "/metric",
          "there are no validation images",
          "split some off, as with dataset.validation: 5000");
    }
  }

  private static void layer(
      @Nullable String layer, Network network, String path, Findings findings) {
    List<String> layers = network.layers().stream().map(Layer::name).toList();
    if (layer != null && !layers.contains(layer)) {
      findings.error(
          path,
          "there is no layer '" + layer + "'",
          DidYouMean.nearest(layer, layers)
              .map(near -> "did you mean '" + near + "'?")
              .orElse("the layers are " + String.join(", ", layers)));
    }
  }
}
