package org.lenetlab.app.check;

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
              subject.training().ifPresent(training -> stopping(dataset, training, findings));
              subject.data().ifPresent(data -> sizes(subject, dataset, data, findings));
            });
  }

  private static void stopping(DatasetBlock dataset, Training training, Findings findings) {
    if (training.earlyStopping() != null && dataset.validation() == 0) {
      findings.error(
          "training/early-stopping",
          "early stopping needs validation images",
          "split some off, as with dataset.validation: 5000");
    }
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
                    "there are %,d images, so every epoch is a single step".formatted(images)));
  }
}
