package org.lenetlab.images;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.lenetlab.api.network.Shape;

/**
 * How an image is stored: cameras store what their sensor saw, and note in tag 0x0112 of the Exif
 * data how to turn it.
 *
 * @param transposed whether rows are stored as columns
 * @param fromRight whether each row, as it is seen, is stored from right to left
 * @param fromBottom whether rows, as they are seen, are stored from bottom to top
 */
record Orientation(boolean transposed, boolean fromRight, boolean fromBottom) {
  private static final Orientation UPRIGHT = new Orientation(false, false, false);

  /** The orientation that an image file tells; upright where it tells none. */
  static Orientation of(byte[] content) {
    try {
      ExifIFD0Directory exif =
          ImageMetadataReader.readMetadata(new ByteArrayInputStream(content))
              .getFirstDirectoryOfType(ExifIFD0Directory.class);
      Integer tag = exif == null ? null : exif.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
      return tag == null ? UPRIGHT : of(tag);
    } catch (ImageProcessingException | IOException e) {
      return UPRIGHT; // damaged notes on an image that could be read
    }
  }

  /** The eight values of the tag: where the first row and the first column are seen. */
  static Orientation of(int tag) {
    return switch (tag) {
      case 2 -> new Orientation(false, true, false);
      case 3 -> new Orientation(false, true, true);
      case 4 -> new Orientation(false, false, true);
      case 5 -> new Orientation(true, false, false);
      case 6 -> new Orientation(true, true, false);
      case 7 -> new Orientation(true, true, true);
      case 8 -> new Orientation(true, false, true);
      default -> UPRIGHT;
    };
  }

  /** The image as it is meant to be seen. */
  ImageFile apply(ImageFile stored) {
    if (equals(UPRIGHT)) {
      return stored;
    }
    Shape from = stored.shape();
    Shape to =
        transposed
            ? new Shape(from.channels(), /* height= */ from.width(), /* width= */ from.height())
            : from;
    byte[] pixels = new byte[to.size()];
    for (int i = 0; i < pixels.length; i++) {
      int row = i % to.plane() / to.width();
      int column = i % to.width();
      int y = fromBottom ? to.height() - 1 - row : row;
      int x = fromRight ? to.width() - 1 - column : column;
      int place = transposed ? x * from.width() + y : y * from.width() + x;
      pixels[i] = stored.pixels()[i / to.plane() * from.plane() + place];
    }
    return new ImageFile(to, pixels);
  }
}
