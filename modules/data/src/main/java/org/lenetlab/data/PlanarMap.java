package org.lenetlab.data;

import org.lenetlab.api.network.Shape;

/**
 * A planar affine map of images, given by where each pixel (x, y) of the result comes from: (xx·x +
 * xy·y + x0, yx·x + yy·y + y0) in the source.
 */
record PlanarMap(float xx, float xy, float x0, float yx, float yy, float y0) {

  /**
   * The map that, about the centre of the image, first shears, then scales, then rotates, then
   * shifts: x′ = scaleX · (x + shear · y), y′ = scaleY · y before the rotation.
   *
   * @param radians from the x axis towards the y axis, which points down
   * @param shiftX in pixels
   * @param shiftY in pixels
   */
  static PlanarMap about(
      Shape shape,
      double shear,
      double scaleX,
      double scaleY,
      double radians,
      double shiftX,
      double shiftY) {
    double cos = StrictMath.cos(radians); // Math.cos may differ between machines
    double sin = StrictMath.sin(radians);
    double yx = -sin / scaleY;
    double yy = cos / scaleY;
    double xx = cos / scaleX - shear * yx;
    double xy = sin / scaleX - shear * yy;
    double centerX = (shape.width() - 1) / 2.0;
    double centerY = (shape.height() - 1) / 2.0;
    double fromX = centerX + shiftX;
    double fromY = centerY + shiftY;
    return new PlanarMap(
        (float) xx,
        (float) xy,
        (float) (centerX - xx * fromX - xy * fromY),
        (float) yx,
        (float) yy,
        (float) (centerY - yx * fromX - yy * fromY));
  }

  /** Writes the mapped image, interpolating bilinearly; {@code background} lies outside of it. */
  void apply(Shape shape, float[] from, float[] to, float background) {
    int width = shape.width();
    float right = width - 1;
    float bottom = shape.height() - 1;
    for (int c = 0; c < shape.channels(); c++) {
      int plane = c * shape.plane();
      for (int y = 0; y < shape.height(); y++) {
        float rowU = xy * y + x0;
        float rowV = yy * y + y0;
        int target = plane + y * width;
        for (int x = 0; x < width; x++) {
          float u = xx * x + rowU;
          float v = yx * x + rowV;
          to[target + x] =
              u >= 0 && v >= 0 && u < right && v < bottom
                  ? inside(from, plane, width, u, v)
                  : atBorder(shape, from, plane, u, v, background);
        }
      }
    }
  }

  private static float inside(float[] from, int plane, int width, float u, float v) {
    int left = (int) u;
    int top = (int) v;
    int i = plane + top * width + left;
    return blend(from[i], from[i + 1], from[i + width], from[i + width + 1], u - left, v - top);
  }

  private static float atBorder(
      Shape shape, float[] from, int plane, float u, float v, float background) {
    int left = (int) Math.floor(u);
    int top = (int) Math.floor(v);
    if (left < -1 || top < -1 || left >= shape.width() || top >= shape.height()) {
      return background;
    }
    return blend(
        pixel(shape, from, plane, left, top, background),
        pixel(shape, from, plane, left + 1, top, background),
        pixel(shape, from, plane, left, top + 1, background),
        pixel(shape, from, plane, left + 1, top + 1, background),
        u - left,
        v - top);
  }

  private static float pixel(Shape shape, float[] from, int plane, int x, int y, float background) {
    boolean inside = x >= 0 && y >= 0 && x < shape.width() && y < shape.height();
    return inside ? from[plane + y * shape.width() + x] : background;
  }

  private static float blend(
      float topLeft, float topRight, float bottomLeft, float bottomRight, float x, float y) {
    float top = topLeft + x * (topRight - topLeft);
    float bottom = bottomLeft + x * (bottomRight - bottomLeft);
    return top + y * (bottom - top);
  }
}
