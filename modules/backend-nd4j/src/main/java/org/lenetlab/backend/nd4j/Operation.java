package org.lenetlab.backend.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Describes one of libnd4j's operations: its name there, its arrays and its arguments.
 *
 * @param integers its integer arguments
 * @param numbers its floating-point arguments
 */
record Operation(
    String name, INDArray[] inputs, INDArray[] outputs, long[] integers, double[] numbers) {

  /** An operation on one array. */
  static Operation of(String name, INDArray input, INDArray output, long... integers) {
    return of(name, new INDArray[] {input}, output, integers);
  }

  /** An operation with one output. */
  static Operation of(String name, INDArray[] inputs, INDArray output, long... integers) {
    return new Operation(name, inputs, new INDArray[] {output}, integers, new double[0]);
  }

  /** The same with a floating-point argument. */
  Operation with(double number) {
    return new Operation(name, inputs, outputs, integers, new double[] {number});
  }

  Ready ready() {
    return new Ready(this);
  }

  /** The operation with its context, made once, so that running it allocates nothing native. */
  static final class Ready implements Runnable, AutoCloseable {
    private final CustomOp op;
    private final OpContext context;

    private Ready(Operation operation) {
      op = DynamicCustomOp.builder(operation.name).build();
      context = Nd4j.getExecutioner().buildContext();
      context.setInputArrays(operation.inputs);
      context.setOutputArrays(operation.outputs);
      context.setIArguments(operation.integers);
      context.setTArguments(operation.numbers);
    }

    @Override
    public void run() {
      Nd4j.exec(op, context);
    }

    @Override
    public void close() {
      try {
        context.close();
      } catch (Exception e) {
        throw new IllegalStateException("cannot free an operation", e);
      }
    }
  }
}
