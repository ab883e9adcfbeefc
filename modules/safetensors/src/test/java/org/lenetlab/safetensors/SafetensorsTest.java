package org.lenetlab.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {

  @Test
  void whatIsWrittenIsReadBack(@TempDir Path folder) throws IOException {
    Safetensors content =
        new Safetensors(
            Map.of("by", "LeNet Lab", "note", "ä \"quoted\" 字"),
            List.of(
                Tensor.ofBytes("pixels", List.of(3), new byte[] {0, 127, -1}),
                Tensor.ofFloats("w", List.of(2, 3), new float[] {1, -2, 3.5f, 0, -0.0f, 1e-40f}),
                Tensor.ofDoubles("loss", List.of(), new double[] {Math.PI}),
                Tensor.ofLongs("labels", List.of(2), new long[] {7, Long.MIN_VALUE}),
                Tensor.ofFloats("empty", List.of(0, 5), new float[0])));
    Path file = folder.resolve("x.safetensors");
    Files.write(file, written(content));

    Safetensors read = Safetensors.read(file);

    assertThat(read.metadata()).isEqualTo(content.metadata());
    assertThat(read.tensors().keySet()).containsExactly("loss", "labels", "w", "empty", "pixels");
    assertThat(read.get("w").floats()).containsExactly(1, -2, 3.5f, 0, -0.0f, 1e-40f);
    assertThat(read.get("w").shape()).containsExactly(2, 3);
    assertThat(read.get("loss").doubles()).containsExactly(Math.PI);
    assertThat(read.get("loss").shape()).isEmpty();
    assertThat(read.get("labels").longs()).containsExactly(7, Long.MIN_VALUE);
    assertThat(read.get("pixels").longs()).containsExactly(0, 127, 255);
    assertThat(read.get("pixels").bytes()).containsExactly(0, 127, -1);
    assertThat(read.get("empty").count()).isZero();
  }

  @Test
  void everyTensorIsAlignedToItsType() throws IOException {
    byte[] file =
        written(
            new Safetensors(
                Map.of(),
                List.of(
                    Tensor.ofBytes("a", List.of(3), new byte[3]),
                    Tensor.ofDoubles("b", List.of(1), new double[] {2}))));

    long header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();

    assertThat(header % 8).isZero();
    assertThat(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getDouble(8 + (int) header))
        .isEqualTo(2);
  }

  @Test
  void halfPrecisionIsWidenedExactly() {
    Safetensors file =
        parse(
            """
            {"half": {"dtype": "F16", "shape": [2], "data_offsets": [0, 4]},
             "brain": {"dtype": "BF16", "shape": [2], "data_offsets": [4, 8]}}\
            """,
            new byte[] {0x00, 0x3C, 0x01, 0x00, (byte) 0x80, 0x3F, 0x20, (byte) 0xC1});

    assertThat(file.get("half").floats()).containsExactly(1, 0x1p-24f);
    assertThat(file.get("brain").doubles()).containsExactly(1, -10);
  }

  @Test
  void integersOfEveryWidthAreRead() {
    Safetensors file =
        parse(
            """
            {"i": {"dtype": "I32", "shape": [1], "data_offsets": [0, 4]},
             "u": {"dtype": "U32", "shape": [1], "data_offsets": [4, 8]},
             "s": {"dtype": "I16", "shape": [1], "data_offsets": [8, 10]},
             "t": {"dtype": "U16", "shape": [1], "data_offsets": [10, 12]},
             "b": {"dtype": "I8", "shape": [2], "data_offsets": [12, 14]}}\
            """,
            new byte[] {-2, -1, -1, -1, -2, -1, -1, -1, -2, -1, -2, -1, -2, 5});

    assertThat(file.get("i").longs()).containsExactly(-2);
    assertThat(file.get("u").longs()).containsExactly(0xFFFFFFFEL);
    assertThat(file.get("s").longs()).containsExactly(-2);
    assertThat(file.get("t").longs()).containsExactly(0xFFFE);
    assertThat(file.get("b").longs()).containsExactly(-2, 5);
  }

  @Test
  void aWrongTypeIsRefusedNamingFileAndTensor() {
    Safetensors file =
        parse(
            "{\"n\": {\"dtype\": \"U8\", \"shape\": [1], \"data_offsets\": [0, 1]}}", new byte[1]);

    assertThatThrownBy(() -> file.get("n").floats())
        .isInstanceOf(SafetensorsException.class)
        .hasMessage("x: tensor 'n' has the type U8, expected F32, F16 or BF16");
    assertThatThrownBy(() -> file.get("m"))
        .isInstanceOf(SafetensorsException.class)
        .hasMessage("x: no tensor 'm'; it has n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'a': {'dtype': 'F32', 'shape': [2], 'data_offsets': [0, 4]}} | 4"
            + " | tensor 'a': data_offsets [0, 4] hold 4 bytes, but F32 [2] needs 8",
        "{'a': {'dtype': 'F31', 'shape': [1], 'data_offsets': [0, 4]}} | 4"
            + " | tensor 'a' has the unknown type 'F31'; known: [F64, F32,",
        "{'a': {'dtype': 'U8', 'shape': [4], 'data_offsets': [0, 4]}} | 3"
            + " | truncated: tensor 'a' ends at 4, but there are only 3 bytes of data",
        "{'a': {'dtype': 'U8', 'shape': [4], 'data_offsets': [0, 4]}} | 5"
            + " | 1 unused bytes after tensor 'a'",
        "{'a': {'dtype': 'U8', 'shape': [2], 'data_offsets': [2, 4]}} | 4"
            + " | 2 unused bytes before tensor 'a', after the header",
        "{'a': {'dtype': 'U8', 'shape': [3], 'data_offsets': [0, 3]}, 'b': {'dtype': 'U8', 'shape':"
            + " [2], 'data_offsets': [2, 4]}} | 4 | tensor 'b' starts at 2, inside tensor 'a'",
        "{'a': {'dtype': 'U8', 'shape': [-1], 'data_offsets': [0, 1]}} | 1"
            + " | tensor 'a': shape holds the negative number -1",
        "{'a': {'dtype': 'U8', 'shape': [1.5], 'data_offsets': [0, 1]}} | 1"
            + " | tensor 'a': shape holds something other than whole numbers",
        "{'a': {'dtype': 'U8', 'shape': [4294967296, 4294967296], 'data_offsets': [0, 0]}} | 0"
            + " | tensor 'a' is too large",
        "{'a': {'dtype': 'U8', 'shape': [1]}} | 1"
            + " | tensor 'a' lacks dtype, shape or data_offsets",
        "{'a': {'dtype': 'U8', 'shape': [1], 'data_offsets': [0, 1], 'x': 1}} | 1"
            + " | tensor 'a' has an unknown key 'x'",
        "{'a': {'dtype': 'U8', 'shape': [1], 'data_offsets': [0, 1, 2]}} | 1"
            + " | tensor 'a': data_offsets is not a pair",
        "{'a': 5} | 0 | tensor 'a' is not an object",
        "{'__metadata__': {'k': 5}} | 0 | __metadata__ holds something other than text under 'k'",
        "{'a': {'dtype': 'U8', 'shape': [0], 'data_offsets': [0, 0]}, 'a': 1} | 0"
            + " | not valid JSON: Duplicate field 'a'",
        "{'a': {'dtype' 'U8'}} | 0 | the header is not valid JSON",
        "{} {} | 0 | something follows the header's closing brace",
        "{'a': {'dtype': 'U8', | 0 | the header is not valid JSON: Unexpected end-of-input",
        "[] | 0 | not a safetensors file: its header does not start with '{'",
      },
      quoteCharacter = '`')
  void whatTheFormatForbidsIsRefused(String header, int dataBytes, String message) {
    assertThatThrownBy(() -> parse(header.replace('\'', '"'), new byte[dataBytes]))
        .isInstanceOf(SafetensorsException.class)
        .hasMessageStartingWith("x: ")
        .hasMessageContaining(message);
  }

  @Test
  void filesThatAreSomethingElseAreRefused(@TempDir Path folder) {
    assertThatThrownBy(() -> Safetensors.parse("x", new byte[7]))
        .hasMessage("x: not a safetensors file: it has only 7 bytes");
    assertThatThrownBy(() -> Safetensors.parse("x", bytes(1L << 60, "{}", new byte[0])))
        .hasMessage("x: not a safetensors file: a header of 1152921504606846976 bytes");
    assertThatThrownBy(() -> Safetensors.parse("x", bytes(-1, "{}", new byte[0])))
        .hasMessage("x: not a safetensors file: a header of 18446744073709551615 bytes");
    assertThatThrownBy(() -> Safetensors.parse("x", bytes(100, "{}", new byte[0])))
        .hasMessage("x: truncated: a header of 100 bytes was announced, 2 follow");
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> Safetensors.read(missing)).hasMessage(missing + ": no such file");
    assertThatThrownBy(() -> Safetensors.read(folder))
        .isInstanceOf(SafetensorsException.class)
        .hasMessageStartingWith(folder + ": cannot be read: ");
  }

  @Test
  void valuesMustFillTheShapeAndNamesBeUnique() {
    assertThatThrownBy(() -> Tensor.ofFloats("w", List.of(2, 2), new float[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tensor 'w': F32 [2, 2] has 16 bytes, not 12");
    Tensor tensor = Tensor.ofFloats("w", List.of(1), new float[1]);
    assertThatThrownBy(() -> new Safetensors(Map.of(), List.of(tensor, tensor)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two tensors are called 'w'");
  }

  private static Safetensors parse(String header, byte[] data) {
    return Safetensors.parse(
        "x", bytes(header.getBytes(StandardCharsets.UTF_8).length, header, data));
  }

  private static byte[] bytes(long length, String header, byte[] data) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + json.length + data.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(length)
        .put(json)
        .put(data)
        .array();
  }

  private static byte[] written(Safetensors content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    content.writeTo(out);
    return out.toByteArray();
  }
}
