package org.lenetlab.layers;

/** What the last layer of a template is made of. */
enum Head {
  /** A dense layer whose outputs a softmax turns into probabilities. */
  SOFTMAX,
  /** Distances to fixed targets. */
  RBF
}
