package org.lenetlab.api.backend;

import java.util.List;

/** How long the ops of a program took in training, since it was made or {@link #clear}. */
public interface OpTimes {

  /**
   * The time of one op, or of some that the program computes together, in all batches and added up
   * over all threads.
   *
   * @param firstStage the place of the first op among the stages of the network
   * @param stages how many ops it is about
   */
  record OpTime(int firstStage, int stages, long forwardNanos, long backwardNanos) {}

  /** The times so far, in the order of the network. */
  List<OpTime> read();

  /** Forgets the times so far. */
  void clear();
}
