package org.lenetlab.api.experiment;

import org.lenetlab.api.optimizer.OptimizerSpec;
import org.lenetlab.api.optimizer.Schedule;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Flat;

/** {@code optimizer} of an experiment file. */
public record OptimizerBlock(
    @Flat OptimizerSpec method,
    @Doc("a number, a table {epoch: rate}, {step: …} or {cosine: …}") Schedule learningRate) {}
