package org.lenetlab.results.store;

/**
 * What a run predicts for the test examples: {@code predictions.csv}.
 *
 * @param labels of the examples
 * @param predicted classes
 */
public record Predictions(byte[] labels, byte[] predicted) {}
