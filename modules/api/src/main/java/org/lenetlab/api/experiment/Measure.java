package org.lenetlab.api.experiment;

/**
 * Loss and accuracy over a set of examples.
 *
 * @param loss mean per example
 * @param correct number of examples whose predicted class is the label
 * @param count number of examples
 */
public record Measure(double loss, int correct, int count) {

  /** Share of correct examples, 0 … 1. */
  public double accuracy() {
    return (double) correct / count;
  }
}
