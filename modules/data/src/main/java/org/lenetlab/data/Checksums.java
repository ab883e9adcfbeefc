package org.lenetlab.data;

import java.security.MessageDigest;
import java.util.zip.CRC32;

/**
 * What a published file is known by. The MD5 identifies it, in the identity of a run too, and
 * verifies it once it is fetched; the CRC-32, which is computed fifty times as fast, tells at each
 * later reading whether it is still the same.
 *
 * @param md5 in hexadecimal digits
 */
record Checksums(String md5, int crc32) {

  /** Whether {@code parts}, one after the other, have the CRC-32 of the file. */
  boolean fit(byte[]... parts) {
    CRC32 crc = new CRC32();
    for (byte[] part : parts) {
      crc.update(part);
    }
    return (int) crc.getValue() == crc32;
  }

  /** The MD5 of {@code parts}, one after the other. */
  static String md5(byte[]... parts) {
    MessageDigest digest = Digests.md5();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return Digests.hex(digest);
  }
}
