package org.lenetlab.results.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.lenetlab.results.group.Axis;
import org.lenetlab.results.group.Group;
import org.lenetlab.results.group.Run;
import org.lenetlab.results.store.RunRecord.Subject;

/**
 * The differences between two groups of runs, one for each seed that both have: the mean over all
 * pairs of runs with that seed that agree in everything that is not compared.
 *
 * @param differences of the other group minus the baseline, by seed
 * @param training number of training examples of a run
 * @param validation number of validation examples, which every seed draws anew
 */
record Pairing(double[] differences, int training, int validation) {

  /**
   * Pairs the runs of two groups.
   *
   * @param others what runs differ in without being compared
   */
  static Pairing of(Group baseline, Group group, List<Axis> others, ToDoubleFunction<Run> figure) {
    Map<Long, List<Run>> bySeed = bySeed(baseline);
    List<Double> differences = new ArrayList<>();
    bySeed(group)
        .forEach(
            (seed, ours) -> {
              List<Run> theirs = bySeed.getOrDefault(seed, List.of());
              differences(theirs, ours, others, figure).average().ifPresent(differences::add);
            });
    Subject subject = group.runs().getFirst().record().subject();
    return new Pairing(
        differences.stream().mapToDouble(Double::doubleValue).toArray(),
        subject.training(),
        subject.validation());
  }

  private static Map<Long, List<Run>> bySeed(Group group) {
    return group.runs().stream()
        .collect(Collectors.groupingBy(Run::seed, TreeMap::new, Collectors.toList()));
  }

  private static DoubleStream differences(
      List<Run> baseline, List<Run> group, List<Axis> others, ToDoubleFunction<Run> figure) {
    Map<List<String>, Double> theirs = means(baseline, others, figure);
    Map<List<String>, Double> ours = means(group, others, figure);
    return ours.entrySet().stream()
        .mapToDouble(entry -> entry.getValue() - theirs.getOrDefault(entry.getKey(), Double.NaN))
        .filter(difference -> !Double.isNaN(difference));
  }

  private static Map<List<String>, Double> means(
      Collection<Run> runs, List<Axis> others, ToDoubleFunction<Run> figure) {
    return runs.stream()
        .collect(
            Collectors.groupingBy(
                run -> others.stream().map(axis -> axis.label(run)).toList(),
                Collectors.averagingDouble(figure)));
  }

  /**
   * How much the runs share of their training examples where every seed draws its validation
   * examples anew; 0 where all train on the same.
   */
  double overlap() {
    return (double) validation / training;
  }
}
