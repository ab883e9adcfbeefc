package org.lenetlab.results.group;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lenetlab.results.store.RunRecord;

/** A stored run that can be asked for its settings. */
public final class Run {
  private final RunRecord record;
  private final Settings settings;

  public Run(RunRecord record) {
    this.record = record;
    this.settings = new Settings(record);
  }

  /** Runs of {@code records}, in their order. */
  public static List<Run> of(List<RunRecord> records) {
    return records.stream().map(Run::new).toList();
  }

  public RunRecord record() {
    return record;
  }

  public long seed() {
    return record.identity().seed();
  }

  /** The value or block at a dotted path; null if this run has none. */
  @Nullable JsonNode at(String path) {
    return settings.at(path);
  }

  /** The values of all settings that decide its figures, by path: numbers, else text. */
  public Map<String, Object> settings() {
    Map<String, Object> values = new TreeMap<>();
    settings.leaves().forEach((path, value) -> values.put(path, value(value)));
    return values;
  }

  private static Object value(JsonNode node) {
    return node.isIntegralNumber()
        ? (Object) node.longValue()
        : node.isNumber() ? (Object) node.doubleValue() : Labels.flow(node);
  }

  /**
   * The runs in an order that does not depend on which was faster: by experiment, by what was
   * tried, by seed.
   */
  public static List<Run> sorted(List<Run> runs) {
    List<Axis> axes = tried(runs).stream().map(path -> new Axis(path, runs)).toList();
    record Keyed(Run run, List<String> labels) {}
    Comparator<Keyed> order = Comparator.comparing(keyed -> keyed.run.record.experiment());
    for (int i = 0; i < axes.size(); i++) {
      int axis = i;
      order = order.thenComparing(keyed -> keyed.labels.get(axis), NaturalOrder.INSTANCE);
    }
    return runs.stream()
        .map(run -> new Keyed(run, axes.stream().map(axis -> axis.label(run)).toList()))
        .sorted(order.thenComparing(keyed -> keyed.run.seed()))
        .map(Keyed::run)
        .toList();
  }

  /** All paths that lead to something in one of {@code runs}, blocks too. */
  public static NavigableSet<String> paths(Collection<Run> runs) {
    NavigableSet<String> paths = Settings.paths(settings(runs));
    runs.forEach(run -> paths.addAll(run.record.axes().keySet()));
    return paths;
  }

  /**
   * The paths of the settings that are not the same in all of {@code runs}; not the seed, and not
   * what only follows from the kind of its block, such as adam's {@code beta1}.
   */
  public static NavigableSet<String> varying(Collection<Run> runs) {
    return Settings.varying(settings(runs));
  }

  /**
   * The paths that tell apart what was tried: what sweeps chose, and every other setting that
   * differs among runs of the same experiment.
   */
  public static Set<String> tried(Collection<Run> runs) {
    Map<String, List<Run>> experiments =
        runs.stream().collect(Collectors.groupingBy(run -> run.record.experiment()));
    Set<String> paths = new LinkedHashSet<>();
    runs.forEach(run -> paths.addAll(run.record.axes().keySet()));
    NavigableSet<String> others = new TreeSet<>();
    experiments.values().stream()
        .filter(group -> !toldApartBySweep(group))
        .forEach(group -> others.addAll(varying(group)));
    others.removeIf(path -> paths.stream().anyMatch(chosen -> covers(chosen, path)));
    paths.addAll(others);
    return paths;
  }

  /** Whether what a sweep chose for a run tells all of its settings, among {@code runs}. */
  private static boolean toldApartBySweep(List<Run> runs) {
    Map<Map<String, String>, JsonNode> settings = new HashMap<>();
    return runs.stream()
        .allMatch(
            run -> {
              JsonNode own = run.record.identity().experiment();
              Map<String, String> chosen = run.record.axes();
              return !chosen.isEmpty()
                  && chosen.keySet().equals(runs.getFirst().record.axes().keySet())
                  && settings.computeIfAbsent(chosen, _ -> own).equals(own);
            });
  }

  /**
   * Whether a choice at {@code path} decides what stands at {@code other}: the same place, or below
   * it; the name of a block decides all of the block.
   */
  public static boolean covers(String path, String other) {
    String place = path.endsWith(".name") ? path.substring(0, path.length() - 5) : path;
    return other.equals(place) || other.startsWith(place + ".");
  }

  private static List<Settings> settings(Collection<Run> runs) {
    return runs.stream().map(run -> run.settings).toList();
  }
}
