package org.lenetlab.app.fidelity;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lenetlab.api.network.Initializer;
import org.lenetlab.api.network.Network;
import org.lenetlab.api.network.Parameter;
import org.lenetlab.api.network.ParameterSpec.Role;
import org.lenetlab.api.random.RandomStream;
import org.lenetlab.app.config.Spelling;

/**
 * Compares how two networks draw their initial values. Rules are the same if they draw the same
 * values, whatever their names: {@code pytorch-default} is {@code lecun-sqrt}.
 */
final class InitialValues {
  /** A first and a second convolution, a dense layer: fan-in and fan-out. */
  private static final int[][] UNITS = {{25, 150}, {150, 400}, {400, 84}};

  private static final int DRAWS = 4;

  private final Network published;
  private final Network here;
  private final Spelling spelling;

  InitialValues(Network published, Network here, Spelling spelling) {
    this.published = published;
    this.here = here;
    this.spelling = spelling;
  }

  void compare(Deviations deviations) {
    compare(Role.WEIGHT, "initial weights", deviations);
    compare(Role.BIAS, "initial biases", deviations);
    compare(Role.COEFFICIENT, "initial coefficients", deviations);
  }

  private void compare(Role role, String aspect, Deviations deviations) {
    Map<Initializer, String> before = rules(published, role);
    Map<Initializer, String> now = rules(here, role);
    boolean incomparable = before.isEmpty() || now.isEmpty();
    deviations.noteUnless(
        incomparable || sample(before).equals(sample(now)), aspect, text(before), text(now));
  }

  /** The rules for one role, each with its layers. */
  private static Map<Initializer, String> rules(Network network, Role role) {
    Map<Initializer, String> layers = new LinkedHashMap<>();
    for (Parameter parameter : network.parameters()) {
      if (parameter.spec().role() == role) {
        String layer = parameter.name().substring(0, parameter.name().lastIndexOf('.'));
        layers.merge(parameter.initializer(), layer, (names, name) -> names + " " + name);
      }
    }
    return layers;
  }

  /** What rules draw from the same random numbers for some units. */
  private static SequencedSet<List<Float>> sample(Map<Initializer, String> rules) {
    return rules.keySet().stream()
        .map(InitialValues::sample)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static List<Float> sample(Initializer rule) {
    RandomStream random = new RandomStream(0, "fidelity");
    return List.of(UNITS).stream()
        .flatMap(
            unit ->
                IntStream.range(0, DRAWS).mapToObj(draw -> rule.value(random, unit[0], unit[1])))
        .toList();
  }

  private String text(Map<Initializer, String> rules) {
    return rules.entrySet().stream()
        .map(
            rule -> {
              String name = spelling.of(Initializer.class, rule.getKey());
              return rules.size() == 1 ? name : name + " in " + rule.getValue();
            })
        .collect(Collectors.joining(", "));
  }
}
