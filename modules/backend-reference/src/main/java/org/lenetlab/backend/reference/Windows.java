package org.lenetlab.backend.reference;

import org.lenetlab.api.network.Pooling;

/** Where the windows of a pooling op lie in its input. */
final class Windows {

  /** What to do with one window. */
  @FunctionalInterface
  interface Visitor {
    /**
     * Is told of one window.
     *
     * @param output the output value that the window becomes
     * @param corner its first input value
     */
    void visit(int output, int corner);
  }

  private final Pooling op;

  Windows(Pooling op) {
    this.op = op;
  }

  /** Visits every window, in the order of the outputs. */
  void forEach(Visitor visitor) {
    int height = op.output().height();
    int width = op.output().width();
    for (int output = 0; output < op.output().size(); output++) {
      int channel = output / (height * width);
      int row = output / width % height * op.stride();
      int column = output % width * op.stride();
      visitor.visit(output, (channel * op.input().height() + row) * op.input().width() + column);
    }
  }

  /** Number of input values of a window. */
  int size() {
    return op.window() * op.window();
  }

  /** The input value at place {@code index}, in row order, of the window at {@code corner}. */
  int input(int corner, int index) {
    return corner + index / op.window() * op.input().width() + index % op.window();
  }
}
