package org.lenetlab.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.lenetlab.api.data.ByteImages;
import org.lenetlab.api.data.Examples;
import org.lenetlab.api.data.FloatImages;

/** Hashes of files and of datasets. */
final class Digests {
  private Digests() {}

  static MessageDigest md5() {
    return digest("MD5");
  }

  /** Finishes {@code digest}. */
  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The hash of a dataset whose files have these hashes. */
  static String ofFiles(List<String> hashes) {
    MessageDigest digest = digest("SHA-256");
    digest.update(String.join("\n", hashes).getBytes(StandardCharsets.UTF_8));
    return hex(digest);
  }

  /** The hash of a dataset with these examples. */
  static String ofExamples(Examples training, Examples test) {
    MessageDigest digest = digest("SHA-256");
    update(digest, training);
    update(digest, test);
    return hex(digest);
  }

  private static void update(MessageDigest digest, Examples examples) {
    String kind = examples.images().getClass().getSimpleName() + " " + examples.images().shape();
    digest.update((kind + " " + examples.count() + "\n").getBytes(StandardCharsets.UTF_8));
    switch (examples.images()) {
      case ByteImages images -> digest.update(images.bytes());
      case FloatImages images -> update(digest, images);
    }
    digest.update(examples.labels());
  }

  private static void update(MessageDigest digest, FloatImages images) {
    float[] image = new float[images.shape().size()];
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * image.length);
    for (int i = 0; i < images.count(); i++) {
      images.pixels(i, image, 0);
      bytes.asFloatBuffer().put(image);
      digest.update(bytes.array());
    }
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}
