package org.lenetlab.report;

import org.lenetlab.api.network.Shape;

/**
 * What a layer puts out for one image, or the image itself.
 *
 * @param values in the order (channel, row, column)
 */
public record LayerMaps(String name, Shape shape, float[] values) {

  public LayerMaps {
    if (values.length != shape.size()) {
      throw new IllegalArgumentException(values.length + " values of " + shape);
    }
  }
}
