package org.lenetlab.api.network;

import org.lenetlab.api.random.RandomStream;
import org.lenetlab.api.spec.SpecException;

/**
 * Inverted dropout: while training, each value is zeroed with probability {@code rate} and the
 * others are scaled by 1/(1 − rate); in evaluation it is the identity (Srivastava et al. 2014).
 *
 * <p>Whether a value is dropped is a pure function of (run seed, layer, epoch, example, index), so
 * that every backend drops the same ones.
 */
public record Dropout(Shape input, double rate) implements Op {

  public Dropout {
    SpecException.require(
        rate >= 0 && rate < 1, "rate", "expected a rate of at least 0 and below 1, not " + rate);
  }

  /** The stream that decides for one layer in the run with {@code seed}. */
  public static RandomStream stream(long seed, String layer) {
    return new RandomStream(seed, "dropout/" + layer);
  }

  /**
   * Writes the factor of each value, 0 or 1/(1 − rate), for one example into {@code mask}, starting
   * at {@code offset}.
   *
   * @param stream of {@link #stream}; repositioned
   */
  public void maskInto(RandomStream stream, int epoch, int example, float[] mask, int offset) {
    stream.at(epoch, example);
    float keep = (float) (1 / (1 - rate));
    for (int i = 0; i < input.size(); i++) {
      mask[offset + i] = stream.nextDouble() < rate ? 0f : keep;
    }
  }

  @Override
  public Shape output() {
    return input;
  }

  @Override
  public long flops() {
    return input.size();
  }
}
