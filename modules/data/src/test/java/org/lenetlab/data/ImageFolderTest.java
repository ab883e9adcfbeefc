package org.lenetlab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.api.data.DataAccess;
import org.lenetlab.api.data.DataException;
import org.lenetlab.api.data.Dataset;
import org.lenetlab.api.data.Examples;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.spec.SpecException;

class ImageFolderTest {
  @TempDir private Path root;

  @Test
  void subFoldersAreClassesInTheOrderOfTheirNames() throws IOException {
    for (int i = 0; i < 10; i++) {
      writeGrey("photos/b/%d.png".formatted(i), i);
      writeGrey("photos/a/%d.png".formatted(i), 100 + i);
    }
    Files.createDirectories(root.resolve("photos/.hidden"));
    Files.writeString(root.resolve("photos/a/notes.txt"), "not an image");

    Dataset dataset = load("photos", 0.3);

    assertThat(dataset.info().title()).isEqualTo("images of photos");
    assertThat(dataset.info().classes()).containsExactly("a", "b");
    assertThat(dataset.info()).isEqualTo(spec("photos", 0.3).info(access()));
    assertThat(dataset.training().labels()).hasSize(14).startsWith(new byte[7]);
    assertThat(dataset.test().labels()).containsExactly(0, 0, 0, 1, 1, 1);
    List<Float> training = firstPixels(dataset.training());
    List<Float> test = firstPixels(dataset.test());
    assertThat(training.subList(0, 7)).isSorted().allMatch(pixel -> pixel >= 100);
    assertThat(training.subList(7, 14)).isSorted().allMatch(pixel -> pixel < 10);
    assertThat(test).doesNotHaveDuplicates().doesNotContainAnyElementsOf(training);
  }

  @Test
  void theSplitIsTheSameEveryTimeAndAboutAFifthByDefault() throws IOException {
    for (int i = 0; i < 10; i++) {
      writeGrey("photos/a/%d.png".formatted(i), i);
    }
    writeGrey("photos/single/0.png", 0);

    Dataset dataset = load("photos", null);

    assertThat(dataset.test().count()).isEqualTo(2);
    assertThat(dataset.training().labels()).endsWith(1);
    assertThat(load("photos", null).hash()).isEqualTo(dataset.hash());
  }

  @Test
  void trainAndTestFoldersSeparateTheImages() throws IOException {
    writeGrey("photos/train/a/0.png", 1);
    writeGrey("photos/train/b/0.png", 2);
    writeGrey("photos/test/a/0.png", 3);
    writeGrey("photos/test/b/0.png", 4);

    Dataset dataset = load("photos", null);

    assertThat(firstPixels(dataset.training())).containsExactly(1f, 2f);
    assertThat(firstPixels(dataset.test())).containsExactly(3f, 4f);
    assertThatThrownBy(() -> load("photos", 0.5))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("test: expected no share: there are the folders train and test");
  }

  @Test
  void foldersThatAreNotImageFoldersAreExplained() throws IOException {
    assertThatThrownBy(() -> load("nowhere", null))
        .isInstanceOf(SpecException.class)
        .hasMessage("folder: there is no folder " + root.resolve("nowhere"));

    Files.createDirectories(root.resolve("empty"));
    assertBroken("empty", null, "empty: expected one sub-folder per class, at most 256; it has 0");

    Files.createDirectories(root.resolve("hollow/a"));
    assertBroken("hollow", null, "a: has no images (files ending in .png, .jpg, .jpeg)");

    writeGrey("half/train/a/0.png", 1);
    assertBroken("half", null, "has a sub-folder train but none called test");

    writeGrey("odd/train/a/0.png", 1);
    writeGrey("odd/test/b/0.png", 1);
    assertBroken("odd", null, "train has the classes [a], but");
  }

  @Test
  void brokenFilesAreNamed() throws IOException {
    Path file = writeGrey("photos/a/0.png", 5);
    byte[] content = Files.readAllBytes(file);

    Files.write(file, Arrays.copyOf(content, content.length / 2));
    assertBroken("photos", null, file + ": cannot be read: ");

    Files.writeString(file, "hello");
    assertBroken("photos", null, file + ": cannot be read: neither PNG nor JPEG");

    content[18] = 0x7F; // the width, 0x00007F04 from here on
    content[22] = 0x7F; // the height
    Files.write(file, content);
    assertBroken("photos", null, file + ": cannot be read: 32516×32516 pixels are too many");
  }

  private void assertBroken(String folder, @Nullable Double test, String message) {
    assertThatThrownBy(() -> load(folder, test))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(message);
  }

  private Dataset load(String folder, @Nullable Double test) {
    return spec(folder, test).load(access());
  }

  private static ImageFolder spec(String folder, @Nullable Double test) {
    return new ImageFolder(folder, List.of(4), ImageFolder.Colors.GREY, test, 0);
  }

  private static List<Float> firstPixels(Examples examples) {
    assertThat(examples.images().shape()).isEqualTo(new Shape(1, 4, 4));
    List<Float> pixels = new ArrayList<>();
    float[] image = new float[16];
    for (int i = 0; i < examples.count(); i++) {
      examples.images().pixels(i, image, 0);
      pixels.add(image[0]);
    }
    return pixels;
  }

  private Path writeGrey(String name, int grey) throws IOException {
    BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 16; i++) {
      image.getRaster().setSample(i % 4, i / 4, 0, grey);
    }
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  private DataAccess access() {
    return new DataAccess(List.of(), root, null, root, true, step -> {});
  }
}
