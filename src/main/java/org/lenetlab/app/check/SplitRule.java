package org.lenetlab.app.check;

import java.util.Locale;
import org.lenetlab.api.data.DatasetInfo;
import org.lenetlab.api.experiment.DatasetBlock;
import org.lenetlab.api.experiment.Training;
import org.lenetlab.api.spec.SpecException;

/** There are enough images for what is asked of them. */
final class SplitRule implements Rule {

  @Override
  public void check(Subject subject, Findings findings) {
    subject
        .dataset()
        .ifPresent(
            dataset -> {
              subject.training().ifPresent(training -> kinds(dataset, training, findings));
              subject.data().ifPresent(data -> sizes(subject, dataset, data, findings));
            });
  }

  private static void kinds(DatasetBlock dataset, Training training, Findings findings) {
    findings.require(
        "training", () -> training.requireFits(dataset.validation(), dataset.variants()));
  }

  private static void sizes(
      Subject subject, DatasetBlock dataset, DatasetInfo data, Findings findings) {
    int images;
    try {
      images = dataset.trainingCount(data.training());
    } catch (SpecException e) {
      findings.errors(e, "dataset");
      return;
    }
    subject
        .training()
        .filter(training -> training.batchSize() > images)
        .ifPresent(
            training ->
                findings.warning(
                    "training/batch-size",
                    "a batch is larger than the training set",
                    String.format(
                        Locale.ROOT,
                        "there are %,d images, so every epoch is a single step",
                        images)));
  }
}
