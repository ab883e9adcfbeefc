/**
 * Turns an experiment and a compiled program into a trained network: the training loop, evaluation,
 * learning-rate schedules, early stopping and checkpoints as values.
 */
@NullMarked
package org.lenetlab.training;

import org.jspecify.annotations.NullMarked;
