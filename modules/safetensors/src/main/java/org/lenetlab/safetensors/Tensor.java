package org.lenetlab.safetensors;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** A named array of values with a type and a shape. Values are in row-major order. */
public final class Tensor {
  private final String source;
  private final String name;
  private final Dtype dtype;
  private final List<Integer> shape;
  private final ByteBuffer data;

  /**
   * @param source prefix of messages that says where it came from; empty for one made in memory
   * @param data exactly the values, little-endian
   */
  Tensor(String source, String name, Dtype dtype, List<Integer> shape, ByteBuffer data) {
    this.source = source;
    this.name = name;
    this.dtype = dtype;
    this.shape = List.copyOf(shape);
    this.data = data.slice().order(ByteOrder.LITTLE_ENDIAN);
    long bytes = elements(this.shape) * dtype.bytes();
    if (bytes != this.data.limit()) {
      throw new IllegalArgumentException(
          "tensor '%s': %s %s has %d bytes, not %d"
              .formatted(name, dtype, shape, bytes, this.data.limit()));
    }
  }

  /**
   * A tensor of type F32.
   *
   * @throws IllegalArgumentException if the values do not fill the shape
   */
  public static Tensor ofFloats(String name, List<Integer> shape, float[] values) {
    ByteBuffer data = allocate(values.length, Dtype.F32);
    data.asFloatBuffer().put(values);
    return new Tensor("", name, Dtype.F32, shape, data);
  }

  /**
   * A tensor of type F64.
   *
   * @throws IllegalArgumentException if the values do not fill the shape
   */
  public static Tensor ofDoubles(String name, List<Integer> shape, double[] values) {
    ByteBuffer data = allocate(values.length, Dtype.F64);
    data.asDoubleBuffer().put(values);
    return new Tensor("", name, Dtype.F64, shape, data);
  }

  /**
   * A tensor of type I64.
   *
   * @throws IllegalArgumentException if the values do not fill the shape
   */
  public static Tensor ofLongs(String name, List<Integer> shape, long[] values) {
    ByteBuffer data = allocate(values.length, Dtype.I64);
    data.asLongBuffer().put(values);
    return new Tensor("", name, Dtype.I64, shape, data);
  }

  /**
   * A tensor of type U8.
   *
   * @throws IllegalArgumentException if the values do not fill the shape
   */
  public static Tensor ofBytes(String name, List<Integer> shape, byte[] values) {
    return new Tensor("", name, Dtype.U8, shape, ByteBuffer.wrap(values.clone()));
  }

  private static ByteBuffer allocate(int values, Dtype dtype) {
    return ByteBuffer.allocate(Math.multiplyExact(values, dtype.bytes()))
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The number of values of {@code shape}; 1 for a scalar, whose shape is empty. */
  static long elements(List<Integer> shape) {
    long count = 1;
    for (int size : shape) {
      count = Math.multiplyExact(count, (long) size);
    }
    return count;
  }

  public String name() {
    return name;
  }

  public Dtype dtype() {
    return dtype;
  }

  /** The sizes of its dimensions, outermost first; empty for a scalar. */
  public List<Integer> shape() {
    return shape;
  }

  /** Number of values. */
  public int count() {
    return data.limit() / dtype.bytes();
  }

  /**
   * The values of a tensor of type F32, F16 or BF16, each exactly.
   *
   * @throws SafetensorsException if it has another type
   */
  public float[] floats() {
    float[] values = new float[count()];
    switch (dtype) {
      case F32 -> data.asFloatBuffer().get(values);
      case F16 -> {
        for (int i = 0; i < values.length; i++) {
          values[i] = Float.float16ToFloat(data.getShort(2 * i));
        }
      }
      case BF16 -> {
        for (int i = 0; i < values.length; i++) {
          values[i] = Float.intBitsToFloat(data.getShort(2 * i) << 16);
        }
      }
      case F64, I64, I32, I16, I8, U64, U32, U16, U8, BOOL -> throw unexpected("F32, F16 or BF16");
    }
    return values;
  }

  /**
   * The values of a tensor of type F64, F32, F16 or BF16, each exactly.
   *
   * @throws SafetensorsException if it has another type
   */
  public double[] doubles() {
    double[] values = new double[count()];
    switch (dtype) {
      case F64 -> data.asDoubleBuffer().get(values);
      case F32, F16, BF16 -> {
        float[] floats = floats();
        for (int i = 0; i < values.length; i++) {
          values[i] = floats[i];
        }
      }
      case I64, I32, I16, I8, U64, U32, U16, U8, BOOL -> throw unexpected("F64, F32, F16 or BF16");
    }
    return values;
  }

  /**
   * The values of a tensor of whole numbers of any type but U64.
   *
   * @throws SafetensorsException if it has another type
   */
  public long[] longs() {
    long[] values = new long[count()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (dtype) {
            case I64 -> data.getLong(8 * i);
            case I32 -> data.getInt(4 * i);
            case U32 -> Integer.toUnsignedLong(data.getInt(4 * i));
            case I16 -> data.getShort(2 * i);
            case U16 -> Short.toUnsignedLong(data.getShort(2 * i));
            case I8, BOOL -> data.get(i);
            case U8 -> Byte.toUnsignedLong(data.get(i));
            case F64, F32, F16, BF16, U64 -> throw unexpected("I64, I32, I16, I8, U32, U16 or U8");
          };
    }
    return values;
  }

  /** A copy of the values as they lie in the file, little-endian. */
  public byte[] bytes() {
    byte[] bytes = new byte[data.limit()];
    data.get(0, bytes);
    return bytes;
  }

  /** A view of the values, little-endian. */
  ByteBuffer data() {
    return data.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  private SafetensorsException unexpected(String expected) {
    return new SafetensorsException(
        "%stensor '%s' has the type %s, expected %s".formatted(source, name, dtype, expected));
  }

  /** As in {@code conv1.weight F32 [6, 1, 5, 5]}. */
  @Override
  public String toString() {
    return name + " " + dtype + " " + shape;
  }
}
