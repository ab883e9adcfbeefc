package org.lenetlab.app.check;

import org.lenetlab.api.experiment.OptimizerBlock;
import org.lenetlab.api.optimizer.Schedule;

/** The learning rate does within the epochs what it says. */
final class ScheduleRule implements Rule {
  private static final String PATH = "optimizer/learning-rate";

  @Override
  public void check(Subject subject, Findings findings) {
    subject
        .training()
        .ifPresent(
            training ->
                subject
                    .optimizer()
                    .map(OptimizerBlock::learningRate)
                    .ifPresent(schedule -> check(schedule, training.epochs(), findings)));
  }

  private static void check(Schedule schedule, int epochs, Findings findings) {
    String end = "training ends after epoch " + epochs;
    switch (schedule) {
      case Schedule.Constant _ -> {}
      case Schedule.ByEpoch table ->
          table.rates().keySet().stream()
              .filter(epoch -> epoch > epochs)
              .forEach(
                  epoch ->
                      findings.warning(
                          PATH + "/" + epoch,
                          "the learning rate from epoch " + epoch + " on is never used",
                          end));
      case Schedule.Step step -> {
        if (step.every() >= epochs) {
          findings.warning(PATH + "/step/every", "the learning rate never steps", end);
        }
      }
      case Schedule.Cosine _ -> {
        if (epochs == 1) {
          findings.warning(PATH + "/cosine/to", "the learning rate never falls", end);
        }
      }
    }
  }
}
