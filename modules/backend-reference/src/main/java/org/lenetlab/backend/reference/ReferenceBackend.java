package org.lenetlab.backend.reference;

import org.lenetlab.api.backend.Backend;
import org.lenetlab.api.backend.CurvatureProgram;
import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.network.Network;

/**
 * The definition of what a network computes. Parameters, images, outputs and gradients are float;
 * everything between them is computed in double, one example after the other, on the calling
 * thread.
 */
public final class ReferenceBackend implements Backend {

  /** {@inheritDoc} The program has curvature and takes batches of any size. */
  @Override
  public CurvatureProgram compile(Network network, Loss loss, int batchSize, long seed) {
    return new ReferenceProgram(network, loss, seed);
  }
}
