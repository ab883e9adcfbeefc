package org.lenetlab.api.experiment;

import org.jspecify.annotations.Nullable;

/**
 * The figures of one epoch.
 *
 * @param epoch counted from 1
 * @param training means over the epoch's batches, each before its step
 * @param validation after the epoch; null without validation examples
 * @param test after the epoch; null without test examples
 * @param learningRate of the epoch
 * @param rates of single parameters; null where all have the epoch's
 * @param trainingMillis wall time of the steps
 * @param evaluationMillis wall time of the evaluations
 */
public record EpochMetrics(
    int epoch,
    Measure training,
    @Nullable Measure validation,
    @Nullable Measure test,
    double learningRate,
    @Nullable RateRange rates,
    long trainingMillis,
    long evaluationMillis) {}
