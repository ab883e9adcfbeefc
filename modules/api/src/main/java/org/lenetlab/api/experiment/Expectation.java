package org.lenetlab.api.experiment;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.spec.Default;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Range;
import org.lenetlab.api.spec.SpecException;

/**
 * A published claim, one of {@code expect}: a metric, a count or a shape. Percentages are written
 * as such (98.84). A metric without any figure says that the source has none: ours is shown, and
 * nothing is judged.
 */
public record Expectation(
    @Doc("a figure of training, such as test-accuracy") @Nullable Metric metric,
    @Doc("a count of the network: parameters, connections, units, layers") @Nullable Count count,
    @Doc("the layer whose output shape is claimed") @Nullable String shape,
    @Doc("the layer that a count is of; default: the whole network") @Nullable String layer,
    @Doc("default: the last epoch, or the one that early stopping chose") @Range(min = 1)
        @Nullable Integer epoch,
    @Default("[]") @Doc("the claimed figure, or the three sizes of a shape") List<Double> value,
    @Doc("half-width of the interval around value that counts as reproduced")
        @Nullable Double within,
    @Doc("a figure of a single run that the source prints") @Nullable Double printed,
    @Doc("claims that the figure of at least one run is below this") @Nullable Double someRunBelow,
    @Doc("a mean over runs measured elsewhere") @Nullable Reference reference,
    @Doc("largest difference of means that counts as reproduced") @Nullable Double tolerance,
    @Default("''") @Doc("the unit of the figures, for display") String unit,
    @Default("''") @Doc("what is wrong in the source, shown beside the verdict") String erratum,
    @Doc("where the claim stands") String source) {

  /** A count of a planned network. */
  public enum Count {
    PARAMETERS,
    CONNECTIONS,
    UNITS,
    LAYERS
  }

  /** Mean and standard deviation over {@code n} runs measured elsewhere. */
  public record Reference(double mean, @Range(min = 0) double sd, @Range(min = 1) int n) {}

  public Expectation {
    value = List.copyOf(value);
    long subjects = Stream.of(metric != null, count != null, shape != null).filter(s -> s).count();
    SpecException.require(subjects == 1, "", "expected exactly one of metric, count and shape");
    if (metric != null) {
      SpecException.require(value.size() <= 1, "value", "expected one number");
    } else {
      SpecException.require(
          value.size() == (shape != null ? 3 : 1),
          "value",
          shape != null ? "expected [channels, height, width]" : "expected one number");
    }
  }
}
