package org.lenetlab.app.config;

import java.util.List;
import java.util.Map;
import org.lenetlab.api.experiment.Strategy;
import org.lenetlab.api.spec.Default;
import org.lenetlab.api.spec.Doc;

/** {@code sweep} of an experiment file. */
@Doc("many trials of one experiment; each has all the repeats, with the same seeds")
record SweepBlock(
    @Default("grid") @Doc("how trials are chosen") Strategy strategy,
    @Doc("what differs: a path with its values, or a name with named sets of changes")
        Map<String, Tree> axes,
    @Default("[]") @Doc("combinations to leave out, each {axis: value or list of values}")
        List<Map<String, Tree>> exclude,
    @Default("{}") @Doc("the trial that the others are compared with, {axis: value}")
        Map<String, Tree> baseline) {}
