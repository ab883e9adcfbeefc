package org.lenetlab.api.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The map from a pixel to the value that a network sees: value = pixel · scale + offset, per
 * channel.
 */
public record ValueMap(List<Double> scales, List<Double> offsets) {

  public ValueMap {
    scales = List.copyOf(scales);
    offsets = List.copyOf(offsets);
    if (scales.size() != offsets.size()) {
      throw new IllegalArgumentException("one scale and one offset per channel");
    }
  }

  /** Bytes to 0 … 1. */
  public static ValueMap unit(int channels) {
    return uniform(channels, 1.0 / 255, 0);
  }

  /** The same map for every channel. */
  public static ValueMap uniform(int channels, double scale, double offset) {
    return new ValueMap(
        Collections.nCopies(channels, scale), Collections.nCopies(channels, offset));
  }

  /** This map followed by {@code next}. */
  public ValueMap then(ValueMap next) {
    List<Double> bothScales = new ArrayList<>();
    List<Double> bothOffsets = new ArrayList<>();
    for (int c = 0; c < scales.size(); c++) {
      bothScales.add(scales.get(c) * next.scales.get(c));
      bothOffsets.add(offsets.get(c) * next.scales.get(c) + next.offsets.get(c));
    }
    return new ValueMap(bothScales, bothOffsets);
  }

  public float value(int channel, float pixel) {
    return (float) (pixel * scales.get(channel) + offsets.get(channel));
  }
}
