package org.lenetlab.api.network;

import org.lenetlab.api.spec.Default;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Shorthand;

/**
 * An elementwise function with its derivative. Open: plugins add records. A backend may recognise
 * the standard ones below and use its own vectorised code; any other is called value by value. In
 * double precision, so that the reference backend can be checked by finite differences; a float
 * backend rounds.
 *
 * <p>Implementations are pure and give the same bits on every machine: use {@link StrictMath}.
 */
public interface Activation {

  /** f(x). */
  double value(double x);

  /** f′(x); at a kink, the derivative from the left. */
  double derivative(double x);

  /** 1 / (1 + e^(−x)). */
  @Doc("the logistic function 1 / (1 + e^(−x))")
  record Sigmoid() implements Activation {
    @Override
    public double value(double x) {
      return 1 / (1 + StrictMath.exp(-x));
    }

    @Override
    public double derivative(double x) {
      double y = 1 / (1 + StrictMath.exp(-x));
      return y * (1 - y);
    }
  }

  /** tanh x. */
  @Doc("the hyperbolic tangent")
  record Tanh() implements Activation {
    @Override
    public double value(double x) {
      return StrictMath.tanh(x);
    }

    @Override
    public double derivative(double x) {
      double y = StrictMath.tanh(x);
      return 1 - y * y;
    }
  }

  /** The paper's squashing function 1.7159·tanh(2x/3), with f(±1) = ±1 (LeCun et al. 1998). */
  @Doc("the squashing function of LeCun et al. 1998, 1.7159·tanh(2x/3)")
  record ScaledTanh() implements Activation {
    /** The amplitude A. */
    public static final double AMPLITUDE = 1.7159;

    /** The slope S inside the tanh. */
    public static final double SLOPE = 2.0 / 3.0;

    @Override
    public double value(double x) {
      return AMPLITUDE * StrictMath.tanh(SLOPE * x);
    }

    @Override
    public double derivative(double x) {
      double t = StrictMath.tanh(SLOPE * x);
      return AMPLITUDE * SLOPE * (1 - t * t);
    }
  }

  /** max(0, x). */
  @Doc("the rectifier max(0, x)")
  record Relu() implements Activation {
    @Override
    public double value(double x) {
      return x > 0 ? x : 0;
    }

    @Override
    public double derivative(double x) {
      return x > 0 ? 1 : 0;
    }
  }

  /** x where positive, slope·x elsewhere. */
  @Shorthand("slope")
  @Doc("x where positive, slope·x elsewhere")
  record LeakyRelu(@Default("0.01") @Doc("the slope for negative values") float slope)
      implements Activation {
    @Override
    public double value(double x) {
      return x > 0 ? x : slope * x;
    }

    @Override
    public double derivative(double x) {
      return x > 0 ? 1 : slope;
    }
  }

  /** x. */
  @Doc("no activation: x itself")
  record Identity() implements Activation {
    @Override
    public double value(double x) {
      return x;
    }

    @Override
    public double derivative(double x) {
      return 1;
    }
  }
}
