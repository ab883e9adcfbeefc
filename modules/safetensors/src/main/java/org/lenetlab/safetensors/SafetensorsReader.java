package org.lenetlab.safetensors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads one file. */
final class SafetensorsReader {
  /** As in the reference implementation. */
  private static final int MAX_HEADER_BYTES = 100_000_000;

  private record Entry(String name, Dtype dtype, List<Integer> shape, long begin, long end) {}

  private final String source;
  private final ByteBuffer file;
  private final Map<String, String> metadata = new TreeMap<>();
  private final List<Entry> entries = new ArrayList<>();

  SafetensorsReader(String source, byte[] file) {
    this.source = source;
    this.file = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
  }

  Safetensors read() {
    int header = headerLength();
    readHeader(header);
    ByteBuffer data = file.slice(Long.BYTES + header, file.limit() - Long.BYTES - header);
    entries.sort(Comparator.comparing(Entry::begin).thenComparing(Entry::end));
    checkOffsets(data.limit());
    List<Tensor> tensors = entries.stream().map(entry -> tensor(entry, data)).toList();
    return new Safetensors(source, metadata, tensors);
  }

  private Tensor tensor(Entry entry, ByteBuffer data) {
    int length = (int) (entry.end - entry.begin);
    return new Tensor(
        source + ": ", entry.name, entry.dtype, entry.shape, data.slice((int) entry.begin, length));
  }

  private int headerLength() {
    if (file.limit() < Long.BYTES) {
      throw broken("not a safetensors file: it has only %d bytes".formatted(file.limit()));
    }
    long length = file.getLong(0);
    if (length < 2 || length > MAX_HEADER_BYTES) {
      throw broken(
          "not a safetensors file: a header of %s bytes".formatted(Long.toUnsignedString(length)));
    }
    if (length > file.limit() - Long.BYTES) {
      throw broken(
          "truncated: a header of %d bytes was announced, %d follow"
              .formatted(length, file.limit() - Long.BYTES));
    }
    if (file.get(Long.BYTES) != '{') {
      throw broken("not a safetensors file: its header does not start with '{'");
    }
    return (int) length;
  }

  private void readHeader(int length) {
    JsonFactory factory =
        JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (JsonParser json = factory.createParser(file.array(), Long.BYTES, length)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        if (name.equals(SafetensorsHeader.METADATA)) {
          readMetadata(json);
        } else {
          entries.add(readEntry(json, name));
        }
      }
      if (json.nextToken() != null) {
        throw broken("something follows the header's closing brace");
      }
    } catch (JsonProcessingException e) {
      throw new SafetensorsException(
          "%s: the header is not valid JSON: %s (header byte %d)"
              .formatted(source, e.getOriginalMessage(), e.getLocation().getByteOffset()),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // there is no file behind the parser
    }
  }

  private void readMetadata(JsonParser json) throws IOException {
    expect(json.nextToken() == JsonToken.START_OBJECT, "__metadata__ is not an object");
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      expect(
          json.nextToken() == JsonToken.VALUE_STRING,
          "__metadata__ holds something other than text under '" + key + "'");
      metadata.put(key, json.getText());
    }
  }

  private Entry readEntry(JsonParser json, String name) throws IOException {
    String where = "tensor '" + name + "'";
    expect(json.nextToken() == JsonToken.START_OBJECT, where + " is not an object");
    Dtype dtype = null;
    long[] shape = null;
    long[] offsets = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      json.nextToken();
      switch (key) {
        case SafetensorsHeader.DTYPE -> dtype = dtype(where, json.getText());
        case SafetensorsHeader.SHAPE -> shape = wholeNumbers(json, where + ": " + key);
        case SafetensorsHeader.OFFSETS -> offsets = wholeNumbers(json, where + ": " + key);
        default -> throw broken("%s has an unknown key '%s'".formatted(where, key));
      }
    }
    if (dtype == null || shape == null || offsets == null) {
      throw broken("%s lacks dtype, shape or data_offsets".formatted(where));
    }
    expect(offsets.length == 2, where + ": data_offsets is not a pair");
    return entry(name, dtype, shape, offsets[0], offsets[1]);
  }

  private Dtype dtype(String where, String name) {
    return Arrays.stream(Dtype.values())
        .filter(dtype -> dtype.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                broken(
                    "%s has the unknown type '%s'; known: %s"
                        .formatted(where, name, Arrays.toString(Dtype.values()))));
  }

  private long[] wholeNumbers(JsonParser json, String where) throws IOException {
    expect(json.currentToken() == JsonToken.START_ARRAY, where + " is not a list");
    List<Long> numbers = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      expect(
          json.currentToken() == JsonToken.VALUE_NUMBER_INT,
          where + " holds something other than whole numbers");
      long number = json.getLongValue();
      expect(number >= 0, where + " holds the negative number " + number);
      numbers.add(number);
    }
    return numbers.stream().mapToLong(Long::longValue).toArray();
  }

  private Entry entry(String name, Dtype dtype, long[] shape, long begin, long end) {
    long bytes = dtype.bytes();
    List<Integer> sizes = new ArrayList<>();
    try {
      for (long size : shape) {
        sizes.add(Math.toIntExact(size));
        bytes = Math.multiplyExact(bytes, size);
      }
    } catch (ArithmeticException e) {
      throw new SafetensorsException(
          "%s: tensor '%s' is too large: %s".formatted(source, name, Arrays.toString(shape)), e);
    }
    if (end - begin != bytes) {
      throw broken(
          "tensor '%s': data_offsets [%d, %d] hold %d bytes, but %s %s needs %d"
              .formatted(name, begin, end, end - begin, dtype, sizes, bytes));
    }
    return new Entry(name, dtype, sizes, begin, end);
  }

  /** The data must be covered without gap or overlap. */
  private void checkOffsets(long dataBytes) {
    long covered = 0;
    String previous = "the header";
    for (Entry entry : entries) {
      if (entry.begin < covered) {
        throw broken(
            "tensor '%s' starts at %d, inside %s".formatted(entry.name, entry.begin, previous));
      }
      if (entry.begin > covered) {
        throw broken(
            "%d unused bytes before tensor '%s', after %s"
                .formatted(entry.begin - covered, entry.name, previous));
      }
      covered = entry.end;
      previous = "tensor '" + entry.name + "'";
      if (covered > dataBytes) {
        throw broken(
            "truncated: %s ends at %d, but there are only %d bytes of data"
                .formatted(previous, covered, dataBytes));
      }
    }
    if (covered < dataBytes) {
      throw broken("%d unused bytes after %s".formatted(dataBytes - covered, previous));
    }
  }

  private void expect(boolean condition, String otherwise) {
    if (!condition) {
      throw broken(otherwise);
    }
  }

  private SafetensorsException broken(String message) {
    return new SafetensorsException(source + ": " + message);
  }
}
