package org.lenetlab.logs;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The frame of a record in TensorFlow's record files: its length, a masked CRC-32C of that, its
 * bytes, a masked CRC-32C of these, little-endian.
 *
 * @see <a href="https://www.tensorflow.org/tutorials/load_data/tfrecord">the format</a>
 */
final class TensorFlowRecord {
  private static final int MASK = 0xa282ead8;

  private TensorFlowRecord() {}

  static void write(byte[] content, OutputStream out) throws IOException {
    byte[] length = littleEndian(Long.BYTES).putLong(content.length).array();
    out.write(length);
    out.write(littleEndian(Integer.BYTES).putInt(maskedCrc(length)).array());
    out.write(content);
    out.write(littleEndian(Integer.BYTES).putInt(maskedCrc(content)).array());
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int maskedCrc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return Integer.rotateRight((int) crc.getValue(), 15) + MASK;
  }
}
