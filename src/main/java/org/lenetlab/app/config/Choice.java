package org.lenetlab.app.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lenetlab.app.cli.DidYouMean;

/**
 * Names trials by values of some axes, as {@code exclude} and {@code baseline} do.
 *
 * @param labels by axis; a trial is meant if it has one of the labels on each of them
 */
record Choice(Place place, Map<String, Set<String>> labels) {

  /** Whether a trial is meant. */
  boolean matches(Map<String, String> trial) {
    return labels.entrySet().stream()
        .allMatch(axis -> axis.getValue().contains(trial.get(axis.getKey())));
  }

  /** Reads what a file names; what is wrong is added to {@code problems} and left out. */
  static Choice read(
      Tree.Mapping written, Place place, List<Axis> axes, List<Diagnostic> problems) {
    Map<String, Set<String>> labels = new LinkedHashMap<>();
    written
        .entries()
        .forEach(
            (name, entry) ->
                axes.stream()
                    .filter(axis -> axis.name().equals(name))
                    .findFirst()
                    .ifPresentOrElse(
                        axis -> labels.put(name, Set.copyOf(read(axis, entry, problems))),
                        () -> problems.add(unknownAxis(name, entry, axes))));
    return new Choice(place, labels);
  }

  private static List<String> read(Axis axis, Tree.Entry entry, List<Diagnostic> problems) {
    if (!(axis.choices() instanceof Axis.Listed listed)) {
      problems.add(
          Diagnostic.error(
              entry.keyPlace(),
              "the values of " + axis.name() + " are drawn",
              "they have no name"));
      return List.of();
    }
    List<String> known = listed.labels();
    List<String> labels = new ArrayList<>();
    List<Tree> values =
        entry.value() instanceof Tree.Sequence list ? list.items() : List.of(entry.value());
    for (Tree value : values) {
      listed
          .label(value)
          .ifPresentOrElse(
              labels::add, () -> problems.add(unknownValue(axis, entry, value, known)));
    }
    return labels;
  }

  private static Diagnostic unknownValue(
      Axis axis, Tree.Entry entry, Tree value, List<String> known) {
    String text = AxisLabels.text(value);
    return Diagnostic.error(
        new Tree.Entry(entry.keyPlace(), value).place(),
        "the axis " + axis.name() + " has no value '" + text + "'",
        meant(text, known).orElse("its values are " + String.join(", ", known)));
  }

  private static Diagnostic unknownAxis(String name, Tree.Entry entry, List<Axis> axes) {
    List<String> names = axes.stream().map(Axis::name).toList();
    return Diagnostic.error(
        entry.keyPlace(),
        "there is no axis '" + name + "'",
        meant(name, names).orElse("the axes are " + String.join(", ", names)));
  }

  private static Optional<String> meant(String typed, List<String> known) {
    return DidYouMean.nearest(typed, known).map(near -> "did you mean '" + near + "'?");
  }
}
