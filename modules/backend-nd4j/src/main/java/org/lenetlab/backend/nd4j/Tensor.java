package org.lenetlab.backend.nd4j;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.concurrency.AffinityManager.Location;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** An array of ND4J whose values Java code reads and writes, in row-major order. */
final class Tensor {
  private final INDArray array;

  Tensor(INDArray array) {
    this.array = array;
  }

  INDArray array() {
    return array;
  }

  /** Overwrites the first values with the first {@code length} of {@code values}. */
  void write(float[] values, int length) {
    host().put(values, 0, length);
    Nd4j.getAffinityManager().tagLocation(array, Location.HOST);
  }

  /** Copies as many values as {@code values} has. */
  void read(float[] values) {
    Nd4j.getExecutioner().commit();
    Nd4j.getAffinityManager().ensureLocation(array, Location.HOST);
    host().get(values, 0, values.length);
  }

  private FloatPointer host() {
    return (FloatPointer) array.data().pointer();
  }
}
