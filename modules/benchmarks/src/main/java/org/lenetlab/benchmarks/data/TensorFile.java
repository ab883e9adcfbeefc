package org.lenetlab.benchmarks.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Images and labels as the peers want them: floats in memory, {@code
 * [image][channel][row][column]}, 0 … 1. On disk they are bytes in a safetensors file, which LeNet
 * Lab reads as any dataset.
 */
public record TensorFile(int count, int channels, int size, float[] images, int[] labels) {
  private static final int CLASSES = 10;

  private enum Kind {
    GRAY_28("gray-28", 60_000, 1, 28),
    GRAY_32("gray-32", 60_000, 1, 32),
    COLOUR_32("colour-32", 20_000, 3, 32);

    final String file;
    final int count;
    final int channels;
    final int size;

    Kind(String file, int count, int channels, int size) {
      this.file = file + ".safetensors";
      this.count = count;
      this.channels = channels;
      this.size = size;
    }

    int pixels() {
      return channels * size * size;
    }
  }

  /** Reads the data of a case of the comparison, {@code A} … {@code D} or {@code B1}. */
  public static TensorFile read(Path folder, String name) throws IOException {
    Kind kind =
        switch (name) {
          case "A", "B", "B1" -> Kind.GRAY_28;
          case "C" -> Kind.GRAY_32;
          case "D" -> Kind.COLOUR_32;
          default -> throw new IllegalArgumentException("there is no case " + name);
        };
    byte[] bytes = Files.readAllBytes(folder.resolve(kind.file));
    int from = bytes.length - kind.count - kind.count * kind.pixels();
    float[] images = new float[kind.count * kind.pixels()];
    for (int i = 0; i < images.length; i++) {
      images[i] = (bytes[from + i] & 0xff) / 255f;
    }
    int[] labels = new int[kind.count];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = bytes[from + images.length + i];
    }
    return new TensorFile(kind.count, kind.channels, kind.size, images, labels);
  }

  /** Writes the files of all cases: for each class a pattern, blurred by noise. */
  public static void writeAll(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Kind kind : Kind.values()) {
      Path file = folder.resolve(kind.file);
      if (Files.notExists(file)) {
        Path partial = folder.resolve(kind.file + ".part");
        Files.write(partial, content(kind));
        Files.move(partial, file);
      }
    }
  }

  private static byte[] content(Kind kind) {
    int size = kind.count * kind.pixels();
    String header =
        """
        {"images":{"dtype":"U8","shape":[%d,%d,%d,%d],"data_offsets":[0,%d]},\
        "labels":{"dtype":"U8","shape":[%d],"data_offsets":[%d,%d]}}\
        """
            .formatted(
                kind.count,
                kind.channels,
                kind.size,
                kind.size,
                size,
                kind.count,
                size,
                size + kind.count);
    byte[] head = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer content =
        ByteBuffer.allocate(Long.BYTES + head.length + size + kind.count)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(head.length)
            .put(head);
    Random random = new Random(1);
    byte[] patterns = new byte[CLASSES * kind.pixels()];
    random.nextBytes(patterns);
    byte[] labels = new byte[kind.count];
    byte[] image = new byte[kind.pixels()];
    for (int i = 0; i < kind.count; i++) {
      labels[i] = (byte) random.nextInt(CLASSES);
      random.nextBytes(image);
      for (int j = 0; j < image.length; j++) {
        int pattern = patterns[labels[i] * image.length + j] & 0x7f;
        image[j] = (byte) (pattern + (image[j] & 0x7f));
      }
      content.put(image);
    }
    return content.put(labels).array();
  }

  /** The numbers 0 … {@code count} − 1 in another order each time. */
  public static long[] permutation(int count) {
    long[] numbers = new long[count];
    Random random = new Random();
    for (int i = 0; i < count; i++) {
      int j = random.nextInt(i + 1);
      numbers[i] = numbers[j];
      numbers[j] = i;
    }
    return numbers;
  }
}
