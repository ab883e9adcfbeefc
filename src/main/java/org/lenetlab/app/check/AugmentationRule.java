package org.lenetlab.app.check;

import java.util.List;
import org.lenetlab.api.data.Augmentation;
import org.lenetlab.api.experiment.DatasetBlock;

/** Augmentations say themselves what to beware of. */
final class AugmentationRule implements Rule {

  @Override
  public void check(Subject subject, Findings findings) {
    subject.data().ifPresent(data -> check(subject, data.classes(), findings));
  }

  private static void check(Subject subject, List<String> classes, Findings findings) {
    List<Augmentation> augmentations =
        subject.dataset().map(DatasetBlock::augment).orElse(List.of());
    for (int i = 0; i < augmentations.size(); i++) {
      String warning = augmentations.get(i).warning(classes);
      if (!warning.isEmpty()) {
        findings.warning("dataset/augment/" + i, warning, "");
      }
    }
  }
}
