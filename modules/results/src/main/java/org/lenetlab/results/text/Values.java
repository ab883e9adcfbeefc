package org.lenetlab.results.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Values of an experiment's keys, on one line. */
public final class Values {
  private static final String SCHEDULED = "learning-rate";

  /** Epochs come in their order. */
  private static final Comparator<String> KEYS =
      Comparator.<String>comparingInt(key -> key.matches("[0-9]{1,9}") ? Integer.parseInt(key) : -1)
          .thenComparing(Comparator.naturalOrder());

  private Values() {}

  /**
   * Whether what stands at a key is one value rather than a block of keys; a schedule of learning
   * rates is one.
   */
  public static boolean isOne(String key, JsonNode node) {
    return !node.isObject() || node.isEmpty() || key.equals(SCHEDULED);
  }

  /** A value as an experiment file has it; {@code step 0.1 ×0.5 every 2} for {@code {step: …}}. */
  public static String text(JsonNode node) {
    if (node.isObject()) {
      String schedule = schedule(node);
      return schedule.isEmpty() ? flow(node) : schedule;
    }
    if (node.isArray()) {
      return StreamSupport.stream(node.spliterator(), false)
          .map(Values::text)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return node.isNumber()
        ? Numbers.setting(node.decimalValue())
        : node.asText().strip().replaceAll("\\s+", " ");
  }

  /** Shorter than its keys, and in an order that reads well; empty if it is none. */
  private static String schedule(JsonNode node) {
    JsonNode step = node.path("step");
    JsonNode cosine = node.path("cosine");
    if (step.has("from") && step.has("factor") && step.has("every")) {
      return "step %s ×%s every %s"
          .formatted(text(step.get("from")), text(step.get("factor")), text(step.get("every")));
    }
    return cosine.has("from") && cosine.has("to")
        ? "cosine %s → %s".formatted(text(cosine.get("from")), text(cosine.get("to")))
        : "";
  }

  private static String flow(JsonNode block) {
    return block.properties().stream()
        .sorted(Map.Entry.comparingByKey(KEYS))
        .map(field -> field.getKey() + ": " + text(field.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
