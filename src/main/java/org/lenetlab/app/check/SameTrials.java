package org.lenetlab.app.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lenetlab.app.config.Diagnostic;
import org.lenetlab.app.config.ExperimentFile;
import org.lenetlab.app.config.Trials;

/** Finds the trials of a sweep that are the same, and the axes that change nothing. */
final class SameTrials {
  private final Map<Checked, String> experiments = new LinkedHashMap<>();

  /**
   * @param trials without problems
   */
  SameTrials(List<Checked> trials) {
    for (Checked trial : trials) {
      ExperimentFile file = trial.complete();
      experiments.put(trial, file.deciding() + file.json("device") + file.json("backend"));
    }
  }

  /** The first of each kind. */
  List<Checked> distinct() {
    Map<String, Checked> first = new LinkedHashMap<>();
    experiments.forEach((trial, experiment) -> first.putIfAbsent(experiment, trial));
    return List.copyOf(first.values());
  }

  /** Warnings about them. */
  List<Diagnostic> warnings(Trials.Sweep sweep) {
    List<Diagnostic> warnings = new ArrayList<>();
    sweep
        .axes()
        .forEach(
            (axis, place) -> {
              if (changesNothing(axis)) {
                warnings.add(
                    Diagnostic.warning(
                        place, "the axis " + axis + " changes nothing", "each trial runs once"));
              }
            });
    if (warnings.isEmpty() && distinct().size() < experiments.size()) {
      warnings.add(duplicates(sweep));
    }
    return warnings;
  }

  /** Whether trials that differ on this axis only are all the same, and there are such. */
  private boolean changesNothing(String axis) {
    Map<Map<String, String>, List<String>> groups = new HashMap<>();
    experiments.forEach(
        (trial, experiment) -> {
          Map<String, String> others = new HashMap<>(trial.draft().axes());
          others.remove(axis);
          groups.computeIfAbsent(others, _ -> new ArrayList<>()).add(experiment);
        });
    return groups.values().stream().anyMatch(group -> group.size() > 1)
        && groups.values().stream().allMatch(group -> Set.copyOf(group).size() == 1);
  }

  private Diagnostic duplicates(Trials.Sweep sweep) {
    Map<String, List<Checked>> same =
        experiments.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getValue,
                    LinkedHashMap::new,
                    Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    List<Checked> first =
        same.values().stream().filter(group -> group.size() > 1).findFirst().orElseThrow();
    int duplicates = experiments.size() - same.size();
    return Diagnostic.warning(
        sweep.place(),
        duplicates == 1
            ? "one trial is the same as another"
            : duplicates + " trials are the same as others",
        "they run once: %s is %s"
            .formatted(
                Trials.name(first.get(1).draft().axes()),
                Trials.name(first.get(0).draft().axes())));
  }
}
