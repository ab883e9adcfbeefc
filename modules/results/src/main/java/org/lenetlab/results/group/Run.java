package org.lenetlab.results.group;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lenetlab.results.store.RunRecord;
import org.lenetlab.results.text.Values;

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

  /** For how many epochs it is trained; 0 if it does not say. */
  public int epochs() {
    JsonNode epochs = at("training.epochs");
    return epochs == null ? 0 : epochs.asInt();
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
        : node.isNumber() ? (Object) node.doubleValue() : Values.text(node);
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
    experiments.values().forEach(group -> others.addAll(untold(group, paths)));
    paths.addAll(others);
    return paths;
  }

  /** The paths of the settings that vary among {@code runs} and that {@code told} do not decide. */
  public static NavigableSet<String> untold(Collection<Run> runs, Collection<String> told) {
    NavigableSet<String> untold = new TreeSet<>(varying(runs));
    untold.removeIf(
        path -> told.stream().anyMatch(by -> covers(by, path)) || follows(path, told, runs));
    return untold;
  }

  /**
   * Whether sets of changes that a sweep has names for, among {@code told}, decide what stands at
   * {@code path}: no two of {@code runs} with the same names differ there.
   */
  public static boolean follows(String path, Collection<String> told, Collection<Run> runs) {
    List<String> names =
        told.stream().filter(by -> runs.stream().anyMatch(run -> run.isName(by))).toList();
    Map<List<String>, Optional<JsonNode>> values = new HashMap<>();
    return !names.isEmpty()
        && runs.stream()
            .allMatch(
                run -> {
                  Optional<JsonNode> value = Optional.ofNullable(run.at(path));
                  Map<String, String> axes = run.record.axes();
                  List<String> own = names.stream().map(by -> axes.getOrDefault(by, "")).toList();
                  return values.computeIfAbsent(own, _ -> value).equals(value);
                });
  }

  private boolean isName(String axis) {
    return record.axes().containsKey(axis) && settings.decided(axis) == null;
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
