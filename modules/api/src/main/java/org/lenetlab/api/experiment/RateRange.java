package org.lenetlab.api.experiment;

/** The learning rates of single parameters in an epoch, where the optimizer gives each its own. */
public record RateRange(double smallest, double median, double largest) {}
