package org.lenetlab.data;

import org.lenetlab.api.data.ByteImages;
import org.lenetlab.api.data.FloatImages;
import org.lenetlab.api.data.Images;
import org.lenetlab.api.data.ValueMap;

/** Maps the values that a network sees. */
final class Values {
  private Values() {}

  /** The images whose values are those of {@code images}, mapped by {@code map}. */
  static Images map(Images images, ValueMap map) {
    return switch (images) {
      case ByteImages bytes ->
          new ByteImages(bytes.shape(), bytes.bytes(), bytes.map().then(map), bytes.background());
      case FloatImages floats -> map(floats, map);
    };
  }

  private static FloatImages map(FloatImages images, ValueMap map) {
    float[] values = images.values().clone();
    int plane = images.shape().plane();
    int channels = images.shape().channels();
    for (int i = 0; i < values.length; i++) {
      values[i] = map.value(i / plane % channels, values[i]);
    }
    return new FloatImages(images.shape(), values);
  }
}
