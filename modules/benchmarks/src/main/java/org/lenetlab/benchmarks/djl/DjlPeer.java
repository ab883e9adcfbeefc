package org.lenetlab.benchmarks.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import org.lenetlab.benchmarks.serving.PeerServer;

/** Deep Java Library as a peer. Arguments: the folder of data. */
public final class DjlPeer {
  private DjlPeer() {}

  /** Serves until its input ends. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    try (NDManager manager = NDManager.newBaseManager()) {
      PeerServer.serve(
          Engine.getInstance().getVersion(), name -> new DjlCase(manager, folder, name));
    }
  }
}
