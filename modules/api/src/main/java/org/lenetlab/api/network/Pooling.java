package org.lenetlab.api.network;

import org.lenetlab.api.spec.SpecException;

/**
 * Pooling over square windows without padding: each output value is the average, the maximum or the
 * sum of window × window inputs. Rows and columns that fill no whole window are left out. Where
 * several inputs share the maximum, the gradient goes to the first in row order.
 */
public record Pooling(Shape input, Kind kind, int window, int stride) implements Op {

  /** How a window becomes one value. */
  public enum Kind {
    AVERAGE,
    MAX,
    SUM
  }

  public Pooling {
    SpecException.require(window > 0, "window", "expected a window of at least 1");
    SpecException.require(stride > 0, "stride", "expected a stride of at least 1");
    SpecException.require(
        window <= input.height() && window <= input.width(),
        "window",
        "a " + window + "×" + window + " window is larger than its input of " + input);
  }

  @Override
  public Shape output() {
    return new Shape(
        input.channels(),
        (input.height() - window) / stride + 1,
        (input.width() - window) / stride + 1);
  }

  @Override
  public long flops() {
    return (long) output().size() * window * window;
  }
}
