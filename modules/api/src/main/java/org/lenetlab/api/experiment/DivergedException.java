package org.lenetlab.api.experiment;

/** A training whose loss is no longer a finite number. */
public final class DivergedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DivergedException(double loss, int epoch, int step, double learningRate) {
    super(
        "the training diverged: the loss is "
            + (Double.isNaN(loss) ? "not a number" : "infinite")
            + " in epoch "
            + epoch
            + ", step "
            + step
            + ", at learning rate "
            + learningRate
            + "; try a smaller learning rate");
  }
}
