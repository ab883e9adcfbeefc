package org.lenetlab.backend.simd;

import static org.lenetlab.backend.simd.Lanes.LOGICAL;

import java.util.Arrays;
import org.lenetlab.api.network.SquaredDistance;

/** The squared distances of one image's values to fixed targets. */
final class PixelDistanceStep implements Step {
  private final PixelTensor input;
  private final PixelTensor output;
  private final boolean trainsBefore;
  private final float[] targets;
  private final float[] transposed;
  private final int classes;
  private final int classColumns;
  private final int columns;

  /**
   * @param input without gaps
   * @param trainsBefore whether an earlier step has parameters, so that it wants derivatives
   */
  PixelDistanceStep(
      SquaredDistance op, PixelTensor input, PixelTensor output, boolean trainsBefore) {
    this.input = input;
    this.output = output;
    this.trainsBefore = trainsBefore;
    classes = op.targets().classes();
    int length = op.targets().length();
    columns = Lanes.padded(length);
    classColumns = Lanes.padded(classes);
    targets = new float[classes * columns];
    transposed = new float[length * classColumns];
    for (int i = 0; i < classes; i++) {
      for (int j = 0; j < length; j++) {
        targets[i * columns + j] = op.targets().get(i, j);
        transposed[j * classColumns + i] = op.targets().get(i, j);
      }
    }
  }

  @Override
  public void forward(Block block) {
    int x = block.at(input.values());
    int y = block.at(output.values());
    for (int i = 0; i < classColumns; i += LOGICAL) {
      PixelDistanceKernel.forward(
          block.memory, x, input.shape().size(), transposed, i, classColumns, y + i);
    }
  }

  @Override
  public void backward(Block block, Derivative derivative) {
    if (trainsBefore) {
      float[] m = block.memory;
      int x = block.at(input.values());
      int dx = block.at(input.derivatives());
      int dy = block.at(output.derivatives());
      for (int j = 0; j < columns; j += LOGICAL) {
        PixelDistanceKernel.backward(m, x + j, targets, j, columns, dy, classes, dx + j);
      }
      Arrays.fill(m, dx + input.shape().size(), dx + input.length(), 0);
    }
  }
}
