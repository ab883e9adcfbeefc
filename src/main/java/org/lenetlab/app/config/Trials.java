package org.lenetlab.app.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lenetlab.api.experiment.Strategy;

/**
 * An experiment file as far as it can be understood: the trials of its sweep, or the one experiment
 * of a file without a sweep.
 *
 * @param problems what is wrong with the file before there are trials; those of single trials are
 *     in their drafts
 */
public record Trials(
    Path path, Optional<Sweep> sweep, List<Draft> trials, List<Diagnostic> problems) {

  /**
   * What a sweep is beside its trials.
   *
   * @param place of the block
   * @param axes their names, each with its place
   * @param baseline labels by axis of the trials that others are compared with; empty for none
   */
  public record Sweep(
      Place place, Strategy strategy, Map<String, Place> axes, Map<String, Set<String>> baseline) {}

  public Trials {
    trials = List.copyOf(trials);
    problems = List.copyOf(problems);
  }

  /** What messages call a trial: {@code optimizer=adam, rung=1998}. */
  public static String name(Map<String, String> axes) {
    return axes.entrySet().stream()
        .map(axis -> axis.getKey().replaceFirst(".*\\.", "") + "=" + axis.getValue())
        .collect(Collectors.joining(", "));
  }
}
