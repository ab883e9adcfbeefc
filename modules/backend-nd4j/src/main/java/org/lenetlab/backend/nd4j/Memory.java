package org.lenetlab.backend.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.lenetlab.api.network.Shape;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The arrays and operations of one training, freed together. */
final class Memory implements AutoCloseable {
  private final List<INDArray> arrays = new ArrayList<>();
  private final List<Operation.Ready> operations = new ArrayList<>();

  /** An array of zeros. */
  INDArray array(long... shape) {
    INDArray array = Nd4j.create(DataType.FLOAT, shape, 'c');
    arrays.add(array);
    return array;
  }

  /**
   * An array of zeros for {@code examples} values of a shape: [examples, channels, rows, columns].
   */
  INDArray array(int examples, Shape shape) {
    return array(examples, shape.channels(), shape.height(), shape.width());
  }

  /** An operation that {@code operation} describes, ready to be run again and again. */
  Runnable ready(Operation operation) {
    Operation.Ready ready = operation.ready();
    operations.add(ready);
    return ready;
  }

  @Override
  public void close() {
    operations.forEach(Operation.Ready::close);
    operations.clear();
    arrays.forEach(INDArray::close);
    arrays.clear();
  }
}
