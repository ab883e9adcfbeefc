package org.lenetlab.api.experiment;

import org.jspecify.annotations.Nullable;
import org.lenetlab.api.spec.Default;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Range;
import org.lenetlab.api.spec.SpecException;

/** {@code training} of an experiment file. */
public record Training(
    @Range(min = 1) @Doc("passes over the training set") int epochs,
    @Range(min = 1) @Doc("examples per step; the last batch of an epoch may be smaller")
        int batchSize,
    @Default("true") @Doc("a new order in every epoch, by seed") boolean shuffle,
    @Default("0")
        @Range(min = 0)
        @Doc("steps between progress lines with the loss since the last; 0: none")
        int logEvery,
    @Default("false") @Doc("keep the loss of every single step") boolean logSteps,
    @Doc("stop when a validation metric no longer improves, and keep the best weights")
        @Nullable EarlyStopping earlyStopping) {

  /**
   * Checks that the examples are there which training asks for.
   *
   * @param validation number of validation examples
   * @param variants how many fixed variants of each image there are to draw from, or null
   * @throws SpecException if there is early stopping without validation examples, or there are
   *     variants without shuffling; paths are relative to the training block
   */
  public void requireFits(int validation, @Nullable Integer variants) {
    SpecException.require(
        earlyStopping == null || validation > 0,
        "early-stopping",
        "early stopping needs validation examples; set dataset.validation");
    SpecException.require(
        shuffle || variants == null,
        "shuffle",
        "the variants of dataset.variants are drawn at random; leave shuffle out");
  }

  /** {@code early-stopping} of an experiment file. */
  public record EarlyStopping(
      @Default("validation-accuracy") @Doc("validation-accuracy or validation-loss") Metric metric,
      @Range(min = 1) @Doc("epochs without a new best before stopping") int patience) {

    public EarlyStopping {
      SpecException.require(
          metric == Metric.VALIDATION_ACCURACY || metric == Metric.VALIDATION_LOSS,
          "metric",
          "expected validation-accuracy or validation-loss: test images never choose");
    }
  }
}
