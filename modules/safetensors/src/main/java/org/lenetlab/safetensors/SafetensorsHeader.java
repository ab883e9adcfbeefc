package org.lenetlab.safetensors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Writes the header. */
final class SafetensorsHeader {
  static final String METADATA = "__metadata__";
  static final String DTYPE = "dtype";
  static final String SHAPE = "shape";
  static final String OFFSETS = "data_offsets";

  private static final int ALIGNMENT = 8;

  private SafetensorsHeader() {}

  /** The order of the data: wider types first, so that every tensor is aligned to its type. */
  static List<Tensor> order(Collection<Tensor> tensors) {
    return tensors.stream()
        .sorted(Comparator.comparing(tensor -> -tensor.dtype().bytes()))
        .toList();
  }

  /** The header with its length in front, padded with spaces so that the data is aligned. */
  static byte[] bytes(Map<String, String> metadata, List<Tensor> ordered) throws IOException {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    try (JsonGenerator generator = new JsonFactory().createGenerator(json)) {
      write(generator, metadata, ordered);
    }
    while (json.size() % ALIGNMENT != 0) {
      json.write(' ');
    }
    return ByteBuffer.allocate(Long.BYTES + json.size())
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(json.size())
        .put(json.toByteArray())
        .array();
  }

  private static void write(JsonGenerator json, Map<String, String> metadata, List<Tensor> ordered)
      throws IOException {
    json.writeStartObject();
    if (!metadata.isEmpty()) {
      json.writeObjectFieldStart(METADATA);
      for (Map.Entry<String, String> entry : metadata.entrySet()) {
        json.writeStringField(entry.getKey(), entry.getValue());
      }
      json.writeEndObject();
    }
    long offset = 0;
    for (Tensor tensor : ordered) {
      long end = offset + tensor.data().limit();
      json.writeObjectFieldStart(tensor.name());
      json.writeStringField(DTYPE, tensor.dtype().name());
      json.writeFieldName(SHAPE);
      json.writeArray(
          tensor.shape().stream().mapToInt(Integer::intValue).toArray(), 0, tensor.shape().size());
      json.writeFieldName(OFFSETS);
      json.writeArray(new long[] {offset, end}, 0, 2);
      json.writeEndObject();
      offset = end;
    }
    json.writeEndObject();
  }
}
