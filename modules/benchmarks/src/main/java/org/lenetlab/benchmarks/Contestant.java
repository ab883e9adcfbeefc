package org.lenetlab.benchmarks;

import java.io.IOException;

/** A program that trains the networks of the comparison. */
interface Contestant extends AutoCloseable {

  String name();

  /** Trains the column's network for a while, so that the next measurements are steady. */
  void warmUp(Column column) throws IOException;

  /** Images per second. */
  double measure(Column column) throws IOException;

  @Override
  void close();

  /** It cannot run here; the message says in one line what is missing. */
  final class MissingException extends IOException {
    private static final long serialVersionUID = 1L;

    MissingException(String message) {
      super(message);
    }
  }
}
