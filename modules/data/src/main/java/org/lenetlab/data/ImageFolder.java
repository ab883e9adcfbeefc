package org.lenetlab.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.data.ByteImages;
import org.lenetlab.api.data.DataAccess;
import org.lenetlab.api.data.Dataset;
import org.lenetlab.api.data.DatasetInfo;
import org.lenetlab.api.data.DatasetSpec;
import org.lenetlab.api.data.Examples;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.spec.Default;
import org.lenetlab.api.spec.Doc;
import org.lenetlab.api.spec.Range;
import org.lenetlab.api.spec.SpecException;
import org.lenetlab.images.ImageFile;

/**
 * {@code image-folder}: PNG and JPEG files, one sub-folder per class; the classes are numbered in
 * the order of their names. Either the classes lie in sub-folders {@code train} and {@code test},
 * or a share of each class is kept for testing, the same whatever the run's seed.
 */
@Doc("PNG and JPEG files of one's own, one sub-folder per class")
record ImageFolder(
    @Doc("relative to the experiment file") String folder,
    @Doc("height and width to which all are resized (not cropped), or one number for both")
        List<Integer> size,
    @Doc("grey, or rgb for three channels") @Default("grey") Colors colors,
    @Doc("share of each class for testing; default: 0.2, or what lies in train and test")
        @Range(above = 0, below = 1)
        @Nullable Double test,
    @Doc("brightness of an empty background, with which pad, rotate and shift fill")
        @Default("0")
        @Range(min = 0, max = 255)
        int background)
    implements DatasetSpec {

  enum Colors {
    GREY(1),
    RGB(3);

    private final int channels;

    Colors(int channels) {
      this.channels = channels;
    }
  }

  ImageFolder {
    SpecException.require(!folder.isBlank(), "folder", "expected the name of a folder");
    size = Sizes.checked(size);
  }

  @Override
  public DatasetInfo info(DataAccess access) {
    Path root = root(access);
    return info(root, ImageListing.of(root, test));
  }

  private Path root(DataAccess access) {
    Path root = access.base().resolve(folder).toAbsolutePath().normalize();
    SpecException.require(Files.isDirectory(root), "folder", "there is no folder " + root);
    return root;
  }

  private DatasetInfo info(Path root, ImageListing listing) {
    return new DatasetInfo(
        "images of " + root.getFileName(),
        shape(),
        listing.classes(),
        listing.training().size(),
        listing.test().size());
  }

  private Shape shape() {
    return new Shape(colors.channels, size.getFirst(), size.getLast());
  }

  @Override
  public Dataset load(DataAccess access) {
    Path root = root(access);
    ImageListing listing = ImageListing.of(root, test);
    Examples trainingExamples = read(listing.training());
    Examples testExamples = read(listing.test());
    return new Dataset(
        info(root, listing),
        trainingExamples,
        testExamples,
        Digests.ofExamples(trainingExamples, testExamples));
  }

  private Examples read(List<ImageListing.Entry> entries) {
    Shape shape = shape();
    byte[] images = new byte[Math.multiplyExact(entries.size(), shape.size())];
    byte[] labels = new byte[entries.size()];
    IntStream.range(0, entries.size())
        .parallel()
        .forEach(
            i -> {
              labels[i] = (byte) entries.get(i).label();
              ImageFile.read(entries.get(i).file(), shape.channels())
                  .resizeInto(shape, images, i * shape.size());
            });
    return new Examples(new ByteImages(shape, images, background), labels);
  }
}
