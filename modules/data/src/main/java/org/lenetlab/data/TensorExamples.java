package org.lenetlab.data;

import java.util.List;
import org.lenetlab.api.data.ByteImages;
import org.lenetlab.api.data.DataException;
import org.lenetlab.api.data.Examples;
import org.lenetlab.api.data.FloatImages;
import org.lenetlab.api.data.Images;
import org.lenetlab.api.network.Shape;
import org.lenetlab.safetensors.Dtype;
import org.lenetlab.safetensors.Safetensors;
import org.lenetlab.safetensors.Tensor;

/** Joins tensors of a file to examples. */
final class TensorExamples {
  private final String source;
  private final Safetensors file;
  private final int classes;

  /**
   * @param source names the file in messages
   * @param classes labels must be smaller
   */
  TensorExamples(String source, Safetensors file, int classes) {
    this.source = source;
    this.file = file;
    this.classes = classes;
  }

  /**
   * The examples of the tensors called {@code images}, which is not empty, and {@code labels}.
   *
   * @throws DataException if they do not fit each other
   */
  Examples read(List<String> images, List<String> labels) {
    List<Tensor> tensors = images.stream().map(file::get).toList();
    Tensor first = tensors.getFirst();
    Shape shape = shape(first);
    int count = 0;
    for (Tensor tensor : tensors) {
      if (!shape(tensor).equals(shape) || tensor.dtype() != first.dtype()) {
        throw broken("%s does not go with %s".formatted(tensor, first));
      }
      count += tensor.shape().getFirst();
    }
    byte[] allLabels = new byte[count];
    int end = 0;
    for (int i = 0; i < labels.size(); i++) {
      end = readLabels(file.get(labels.get(i)), tensors.get(i), allLabels, end);
    }
    return new Examples(join(tensors, shape, count), allLabels);
  }

  /** No examples, with images of the same kind as {@code images}. */
  static Examples none(Images images) {
    Images none =
        switch (images) {
          case ByteImages bytes -> bytes.withBytes(bytes.shape(), new byte[0], bytes.background());
          case FloatImages floats -> new FloatImages(floats.shape(), new float[0]);
        };
    return new Examples(none, new byte[0]);
  }

  private Shape shape(Tensor tensor) {
    List<Integer> sizes = tensor.shape();
    int dimensions = sizes.size();
    if ((dimensions != 3 && dimensions != 4) || sizes.contains(0)) {
      throw broken(tensor + " holds no images: expected [n, channels, height, width]");
    }
    return new Shape(
        dimensions == 4 ? sizes.get(1) : 1, sizes.get(dimensions - 2), sizes.get(dimensions - 1));
  }

  private static Images join(List<Tensor> tensors, Shape shape, int count) {
    int size = Math.multiplyExact(count, shape.size());
    int end = 0;
    if (tensors.getFirst().dtype() == Dtype.U8) {
      byte[] all = new byte[size];
      for (Tensor tensor : tensors) {
        System.arraycopy(tensor.bytes(), 0, all, end, tensor.count());
        end += tensor.count();
      }
      return new ByteImages(shape, all, 0);
    }
    float[] all = new float[size];
    for (Tensor tensor : tensors) {
      System.arraycopy(floats(tensor), 0, all, end, tensor.count());
      end += tensor.count();
    }
    return new FloatImages(shape, all);
  }

  /** Values of type F64, which NumPy writes unless told otherwise, are rounded. */
  private static float[] floats(Tensor tensor) {
    if (tensor.dtype() != Dtype.F64) {
      return tensor.floats();
    }
    double[] exact = tensor.doubles();
    float[] values = new float[exact.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) exact[i];
    }
    return values;
  }

  private int readLabels(Tensor labels, Tensor images, byte[] into, int from) {
    if (!labels.shape().equals(images.shape().subList(0, 1))) {
      throw broken("%s does not label %s: expected one number per image".formatted(labels, images));
    }
    int end = from;
    for (long label : labels.longs()) {
      if (label < 0 || label >= classes) {
        throw broken(
            "tensor '%s': label %d at %d, expected 0 … %d"
                .formatted(labels.name(), label, end - from, classes - 1));
      }
      into[end++] = (byte) label;
    }
    return end;
  }

  private DataException broken(String message) {
    return new DataException(source + ": " + message);
  }
}
