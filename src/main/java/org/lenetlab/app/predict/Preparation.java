package org.lenetlab.app.predict;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.lenetlab.api.data.ByteImages;
import org.lenetlab.api.data.DataException;
import org.lenetlab.api.network.Shape;
import org.lenetlab.app.cli.UserException;
import org.lenetlab.app.trained.TrainedRun;
import org.lenetlab.images.DigitImage;
import org.lenetlab.images.ImageFile;
import org.lenetlab.images.NoDigitException;

/** How a picture becomes an image as the dataset stores them. */
public enum Preparation {
  /** As MNIST was made: the digit found, levelled, scaled into 20×20, centred by mass. */
  DIGIT,
  /** The middle of the picture, scaled to the size of the dataset's images. */
  FIT,
  /** The picture has the right size and is taken as it is. */
  NONE;

  /** Lighter borders are paper. */
  private static final int DARK = 64;

  private static final List<String> DIGITS =
      IntStream.range(0, 10).mapToObj(Integer::toString).toList();

  /** What suits the dataset of a run. */
  public static Preparation suiting(TrainedRun run) {
    return run.image().equals(DigitImage.shape()) && run.classes().equals(DIGITS) ? DIGIT : FIT;
  }

  /**
   * The image of a picture.
   *
   * @throws UserException if the picture cannot be read or shows no digit
   */
  ByteImages read(Path file, Shape shape) {
    try {
      ImageFile picture = ImageFile.read(file, channels(shape));
      if (this == NONE && !picture.shape().equals(shape)) {
        throw new UserException(
            "%s: is %s, expected %s; leave out --prepare none to have it scaled"
                .formatted(file, picture.shape(), shape));
      }
      return of(picture, shape);
    } catch (DataException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    } catch (NoDigitException e) {
      throw new UserException(file + ": " + e.getMessage(), e);
    }
  }

  /** How many channels a picture is to be read with that becomes an image of {@code shape}. */
  public static int channels(Shape shape) {
    return shape.channels() == 1 ? 1 : 3;
  }

  /**
   * The image of a picture.
   *
   * @param shape of the dataset's images; for {@link #NONE} that of the picture
   * @throws NoDigitException if a digit is looked for and none is seen
   */
  public ByteImages of(ImageFile picture, Shape shape) {
    return switch (this) {
      case DIGIT -> isPrepared(picture, shape) ? asItIs(picture) : DigitImage.of(picture);
      case FIT -> fit(picture, shape);
      case NONE -> asItIs(picture);
    };
  }

  /** Whether a picture is an image of the dataset already: of its size, with a dark border. */
  private static boolean isPrepared(ImageFile picture, Shape shape) {
    return picture.shape().equals(shape) && border(picture) < DARK;
  }

  private static ByteImages asItIs(ImageFile picture) {
    return new ByteImages(picture.shape(), picture.pixels(), 0);
  }

  private static ByteImages fit(ImageFile picture, Shape shape) {
    ImageFile middle = picture.middle(shape.width(), shape.height());
    byte[] pixels = new byte[shape.size()];
    middle.resizeInto(shape, pixels, 0);
    if (shape.channels() == 1 && border(middle) >= 2 * DARK) {
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = (byte) ~pixels[i];
      }
    }
    return new ByteImages(shape, pixels, 0);
  }

  /** The mean brightness of the first and the last row. */
  private static double border(ImageFile picture) {
    int width = picture.shape().width();
    int last = picture.shape().plane() - width;
    return IntStream.range(0, width)
            .map(i -> (picture.pixels()[i] & 0xFF) + (picture.pixels()[last + i] & 0xFF))
            .average()
            .orElseThrow()
        / 2;
  }
}
