package org.lenetlab.api.optimizer;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Range;
import org.lenetlab.api.spec.SpecException;

/**
 * The learning rate of each epoch. In a file: a number; a table {@code {1: 0.0005, 3: 0.0002}} from
 * epoch to rate; {@code {step: {…}}}; {@code {cosine: {…}}}.
 */
public sealed interface Schedule {

  /** The rate of {@code epoch}, counted from 1, in a training of {@code epochs} epochs. */
  double rate(int epoch, int epochs);

  /** The same rate throughout. */
  record Constant(@Range(above = 0) double rate) implements Schedule {
    public Constant {
      requirePositive("rate", rate);
    }

    @Override
    public double rate(int epoch, int epochs) {
      return rate;
    }
  }

  /** The rate of the last listed epoch that has begun. */
  record ByEpoch(Map<Integer, Double> rates) implements Schedule {
    public ByEpoch {
      rates = Collections.unmodifiableSortedMap(new TreeMap<>(rates));
      SpecException.require(rates.containsKey(1), "", "the table has no rate for epoch 1");
      rates.forEach((epoch, rate) -> requirePositive(Integer.toString(epoch), rate));
      SpecException.require(
          rates.keySet().stream().allMatch(epoch -> epoch >= 1), "", "epochs are counted from 1");
    }

    @Override
    public double rate(int epoch, int epochs) {
      return new TreeMap<>(rates).floorEntry(epoch).getValue();
    }
  }

  /** {@code from} times {@code factor} for each {@code every} epochs that have passed. */
  @Doc("from times factor for each every epochs that have passed")
  record Step(
      @Doc("the rate of the first epoch") @Range(above = 0) double from,
      @Doc("multiplies the rate at each step") @Range(above = 0) double factor,
      @Doc("epochs between steps") @Range(min = 1) int every)
      implements Schedule {
    public Step {
      requirePositive("from", from);
      requirePositive("factor", factor);
      SpecException.require(every >= 1, "every", "expected at least 1 epoch between steps");
    }

    @Override
    public double rate(int epoch, int epochs) {
      int stepsTaken = (epoch - 1) / every;
      return from * StrictMath.pow(factor, stepsTaken);
    }
  }

  /** Half a cosine from {@code from} in the first epoch to {@code to} in the last. */
  @Doc("half a cosine, from the first epoch's rate down to the last one's")
  record Cosine(
      @Doc("the rate of the first epoch") @Range(above = 0) double from,
      @Doc("the rate of the last epoch") @Range(min = 0) double to)
      implements Schedule {
    public Cosine {
      requirePositive("from", from);
      SpecException.require(to >= 0, "to", "expected a rate of at least 0");
    }

    @Override
    public double rate(int epoch, int epochs) {
      double progress = epochs <= 1 ? 0 : (double) (epoch - 1) / (epochs - 1);
      return to + (from - to) * (1 + StrictMath.cos(Math.PI * progress)) / 2;
    }
  }

  private static void requirePositive(String path, double rate) {
    SpecException.require(
        rate > 0 && Double.isFinite(rate), path, "expected a positive learning rate, not " + rate);
  }
}
