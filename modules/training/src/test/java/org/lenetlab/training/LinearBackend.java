package org.lenetlab.training;

import java.util.ArrayList;
import java.util.List;
import org.lenetlab.api.backend.Backend;
import org.lenetlab.api.backend.Loss;
import org.lenetlab.api.backend.Program;
import org.lenetlab.api.network.Network;

/** Trains a linear softmax classifier, in a few lines that a test can trust. */
final class LinearBackend implements Backend {
  final List<LinearProgram> programs = new ArrayList<>();

  @Override
  public Program compile(Network network, Loss loss, int batchSize, long seed) {
    LinearProgram program = new LinearProgram(network, batchSize, network.initialParameters(seed));
    programs.add(program);
    return program;
  }
}
