package org.lenetlab.app;

import java.util.function.UnaryOperator;
import org.lenetlab.app.run.RemoteRuns;

/** The application in a process of a cluster: what it is given to train, it gives back trained. */
public final class Worker implements UnaryOperator<byte[]> {
  private final RemoteRuns runs = Main.injector().getInstance(RemoteRuns.class);

  @Override
  public byte[] apply(byte[] work) {
    return runs.train(work);
  }
}
