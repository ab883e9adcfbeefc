package org.lenetlab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lenetlab.data.TinyDigits.checksums;
import static org.lenetlab.data.TinyDigits.gzip;
import static org.lenetlab.data.TinyDigits.idx;
import static org.lenetlab.data.TinyDigits.md5;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.api.data.DataException;

class IdxFileTest {
  private static final byte[] CONTENT = idx(2, List.of(2, 5), 10);

  @TempDir private Path folder;

  @Test
  void plainAndGzippedFilesAreRead() throws IOException {
    byte[] values = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    assertThat(read(CONTENT)).isEqualTo(values);
    assertThat(read(gzip(CONTENT))).isEqualTo(values);
  }

  @Test
  void truncatedFilesAreRefused() {
    assertBroken(Arrays.copyOf(CONTENT, 15))
        .hasMessage("f: truncated: 2×5 bytes of values expected, only 3 there");
    assertBroken(Arrays.copyOf(CONTENT, 7))
        .hasMessage("f: truncated: only 7 bytes, not even an IDX header");
    assertBroken(new byte[0]).hasMessage("f: truncated: only 0 bytes, not even an IDX header");
    byte[] packed = gzip(CONTENT);
    assertBroken(Arrays.copyOf(packed, packed.length - 12))
        .hasMessage("f: truncated: the gzip stream ends in the middle");
    assertBroken(gzip(Arrays.copyOf(CONTENT, 15)))
        .hasMessage("f: truncated: 2×5 bytes of values expected, only 3 there");
  }

  @Test
  void damagedGzipIsRefused() {
    byte[] packed = gzip(CONTENT);
    packed[packed.length - 6] ^= 1;
    assertBroken(packed).hasMessageStartingWith("f: damaged gzip stream: ");
  }

  @Test
  void aWrongMagicNumberIsRefused() {
    assertBroken(idx(1, List.of(10), 10))
        .hasMessage(
            "f: wrong magic number 0x00000801, expected 0x00000802"
                + " (IDX, unsigned bytes, 2 dimensions)");
    assertBroken("<html>Not found".getBytes(StandardCharsets.UTF_8))
        .hasMessageStartingWith("f: wrong magic number 0x3c68746d");
  }

  @Test
  void aWrongCountIsRefusedBeforeAnythingIsReserved() {
    assertBroken(idx(2, List.of(3, 5), 15))
        .hasMessage("f: wrong count: holds 3×5 values, expected 2×5");
    assertBroken(idx(2, List.of(-1, 5), 15))
        .hasMessage("f: wrong count: holds 4294967295×5 values, expected 2×5");
  }

  @Test
  void trailingBytesAreRefused() {
    assertBroken(Arrays.copyOf(CONTENT, CONTENT.length + 3))
        .hasMessage("f: 3 bytes too long: something follows the 2×5 values");
    assertBroken(gzip(Arrays.copyOf(CONTENT, CONTENT.length + 100_000)))
        .hasMessage("f: 100000 bytes too long: something follows the 2×5 values");
  }

  @Test
  void otherContentIsRefused() {
    byte[] other = CONTENT.clone();
    other[14] ^= 1;
    assertBroken(other)
        .hasMessage(
            "f: wrong content: the MD5 of the unpacked file is %s, that of the published one %s"
                .formatted(md5(other), md5(CONTENT)));
  }

  @Test
  void contentWithTheRightFastChecksumAloneIsNotVerified() throws IOException {
    byte[] content = CONTENT.clone();
    content[14] ^= 1;
    Path file = Files.write(folder.resolve("file"), content);
    Checksums mixed = new Checksums(md5(CONTENT), checksums(content).crc32());
    assertThatThrownBy(() -> new IdxFile("file", mixed, List.of(2, 5)).verify(file, "f"))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(
            "f: wrong content: the MD5 of the unpacked file is " + md5(content));
  }

  @Test
  void anUnreadableFileIsNamed() {
    assertThatThrownBy(() -> file().read(folder, "f"))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("f: cannot be read: ");
  }

  private AbstractThrowableAssert<?, ?> assertBroken(byte[] content) {
    return assertThatThrownBy(() -> read(content)).isInstanceOf(DataException.class);
  }

  private byte[] read(byte[] content) throws IOException {
    return file().read(Files.write(folder.resolve("file"), content), "f");
  }

  private static IdxFile file() {
    return new IdxFile("file", checksums(CONTENT), List.of(2, 5));
  }
}
