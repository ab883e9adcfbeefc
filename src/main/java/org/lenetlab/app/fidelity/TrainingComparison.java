package org.lenetlab.app.fidelity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.experiment.Experiment;
import org.lenetlab.api.experiment.Training;
import org.lenetlab.api.experiment.Training.EarlyStopping;
import org.lenetlab.api.optimizer.OptimizerSpec;
import org.lenetlab.app.config.Spelling;

/** Compares how two networks are trained. */
final class TrainingComparison {
  /** A schedule of more steps than this is told by its ends. */
  private static final int STEPS_TO_LIST = 8;

  private final Spelling spelling;
  private final Deviations deviations;

  TrainingComparison(Spelling spelling, Deviations deviations) {
    this.spelling = spelling;
    this.deviations = deviations;
  }

  void run(Experiment published, Experiment here) {
    deviations.compare(
        "loss", spelling.of(Loss.class, published.loss()), spelling.of(Loss.class, here.loss()));
    deviations.compare(
        "optimizer",
        spelling.of(OptimizerSpec.class, published.optimizer().method()),
        spelling.of(OptimizerSpec.class, here.optimizer().method()));
    deviations.compare("learning rate", rates(published), rates(here));
    Training before = published.training();
    Training now = here.training();
    deviations.compare("epochs", before.epochs(), now.epochs());
    deviations.compare("batch size", before.batchSize(), now.batchSize());
    deviations.compare("order of images", order(before), order(now));
    deviations.compare("early stopping", stopping(before), stopping(now));
  }

  /** Each rate with the number of its epochs. */
  private static String rates(Experiment experiment) {
    int epochs = experiment.training().epochs();
    List<Double> rates = new ArrayList<>();
    List<Integer> lengths = new ArrayList<>();
    for (int epoch = 1; epoch <= epochs; epoch++) {
      double rate = experiment.optimizer().learningRate().rate(epoch, epochs);
      if (!rates.isEmpty() && rates.getLast() == rate) {
        lengths.add(lengths.removeLast() + 1);
      } else {
        rates.add(rate);
        lengths.add(1);
      }
    }
    if (rates.size() == 1) {
      return number(rates.getFirst()) + " throughout";
    }
    if (rates.size() > STEPS_TO_LIST) {
      return "%s to %s in %d steps"
          .formatted(number(rates.getFirst()), number(rates.getLast()), rates.size());
    }
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < rates.size(); i++) {
      parts.add(number(rates.get(i)) + " ×" + lengths.get(i));
    }
    return String.join(", ", parts);
  }

  private static String number(double rate) {
    return new BigDecimal(String.format(Locale.ROOT, "%.4g", rate))
        .stripTrailingZeros()
        .toPlainString();
  }

  private static String order(Training training) {
    return training.shuffle() ? "drawn anew in every epoch" : "as given";
  }

  private static String stopping(Training training) {
    EarlyStopping stopping = training.earlyStopping();
    return stopping == null
        ? Deviations.NONE
        : stopping.metric() + ", patience " + stopping.patience();
  }
}
