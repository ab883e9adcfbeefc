package org.lenetlab.results.group;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lenetlab.results.text.Values;

/**
 * A condition on runs, such as {@code architecture.activation=tanh} or {@code test-error<1}.
 *
 * @param path dotted, or a figure
 * @param values any of them; a block is compared by its name, or by what a sweep calls it
 */
public record Condition(String path, Comparison comparison, List<String> values) {
  private static final Pattern FORM = Pattern.compile("([^=!<>\\s]+)\\s*(!=|<=|>=|=|<|>)\\s*(.*)");

  /** How a value is compared. */
  public enum Comparison {
    EQUAL("="),
    NOT_EQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">=");

    private final String sign;

    Comparison(String sign) {
      this.sign = sign;
    }

    private static Comparison ofSign(String sign) {
      return Stream.of(values()).filter(c -> c.sign.equals(sign)).findFirst().orElseThrow();
    }
  }

  public Condition {
    values = List.copyOf(values);
  }

  /**
   * Reads a condition; several values of one stand with commas between.
   *
   * @throws IllegalArgumentException if it is none; the message says what was expected
   */
  public static Condition parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "expected a condition such as optimizer.name=adam or test-error<1, not '" + text + "'");
    }
    String value = form.group(3).strip();
    if (value.startsWith("=")) {
      throw new IllegalArgumentException("'" + text + "': values are compared with a single =");
    }
    Comparison comparison = Comparison.ofSign(form.group(2));
    boolean equality = comparison == Comparison.EQUAL || comparison == Comparison.NOT_EQUAL;
    boolean several = equality && !value.startsWith("[") && !value.startsWith("{");
    List<String> values = several ? List.of(value.split("\\s*,\\s*", -1)) : List.of(value);
    if (!equality && NaturalOrder.number(value).isEmpty()) {
      throw new IllegalArgumentException(
          "'" + text + "': expected a number behind " + comparison.sign);
    }
    return new Condition(form.group(1), comparison, values);
  }

  /** Whether a finished run fulfils it. */
  public boolean holds(Run run) {
    String actual = actual(run);
    return switch (comparison) {
      case EQUAL -> isOneOf(run, actual);
      case NOT_EQUAL -> !isOneOf(run, actual);
      case LESS -> difference(actual) < 0;
      case AT_MOST -> difference(actual) <= 0;
      case GREATER -> difference(actual) > 0;
      case AT_LEAST -> difference(actual) >= 0;
    };
  }

  private boolean isOneOf(Run run, String actual) {
    String chosen = run.record().axes().get(path);
    return values.stream().anyMatch(value -> same(actual, value) || value.equals(chosen));
  }

  private String actual(Run run) {
    if (Figure.keys().contains(path)) {
      return run.record().isFinished() ? Double.toString(Figure.ofKey(path).of(run)) : "";
    }
    String chosen = run.record().axes().get(path);
    JsonNode node = run.at(path);
    if (node == null) {
      return chosen == null ? "" : chosen;
    }
    return node.path("name").isTextual() ? node.get("name").asText() : Values.text(node);
  }

  private static boolean same(String actual, String value) {
    OptionalDouble number = NaturalOrder.number(actual);
    return number.isPresent() ? number.equals(NaturalOrder.number(value)) : actual.equals(value);
  }

  /** Actual minus expected; NaN, which is never less or more, where there is no number. */
  private double difference(String actual) {
    return NaturalOrder.number(actual).orElse(Double.NaN)
        - NaturalOrder.number(values.getFirst()).orElse(Double.NaN);
  }
}
