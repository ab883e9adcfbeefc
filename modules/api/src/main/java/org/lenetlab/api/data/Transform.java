package org.lenetlab.api.data;

import org.lenetlab.api.network.Shape;

/**
 * A deterministic preparation of every image, done once after loading. Open: plugins add records.
 *
 * <p>Geometric transforms (pad, resize, invert) work on pixels and come before those that set the
 * map to values (range, normalize). Without one of the latter, bytes are scaled to 0 … 1.
 */
public interface Transform {

  /**
   * The shape after this transform.
   *
   * @throws org.lenetlab.api.spec.SpecException if images of this shape cannot be transformed
   */
  Shape apply(Shape shape);

  /** The transformed images; the given ones are left as they are. */
  Images apply(Images images);

  /** Whether it sets the map to values, after which no pixel transform may come. */
  default boolean mapsValues() {
    return false;
  }
}
