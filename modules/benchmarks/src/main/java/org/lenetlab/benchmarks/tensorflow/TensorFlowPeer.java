package org.lenetlab.benchmarks.tensorflow;

import java.io.IOException;
import java.nio.file.Path;
import org.lenetlab.benchmarks.serving.PeerServer;
import org.tensorflow.TensorFlow;

/** TensorFlow Java as a peer. Arguments: the folder of data, the number of threads. */
public final class TensorFlowPeer {
  private TensorFlowPeer() {}

  /** Serves until its input ends. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int threads = Integer.parseInt(arguments[1]);
    PeerServer.serve(TensorFlow.version(), name -> new TensorFlowCase(folder, name, threads));
  }
}
