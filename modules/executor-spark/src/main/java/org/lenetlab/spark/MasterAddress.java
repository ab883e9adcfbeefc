package org.lenetlab.spark;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.lenetlab.plugin.ClusterException;

/**
 * Looks whether anybody listens at a standalone master's address: Spark itself tries for a minute
 * before it says that nobody does.
 */
final class MasterAddress {
  private static final String SCHEME = "spark://";
  private static final int PATIENCE_MILLIS = 5000;

  private MasterAddress() {}

  /**
   * Other masters than {@code spark://host:port,…} are left to Spark.
   *
   * @throws ClusterException if none of them can be reached
   */
  static void requireReachable(String master) {
    if (!master.startsWith(SCHEME)) {
      return;
    }
    List<String> faults = new ArrayList<>();
    for (String address : Splitter.on(',').split(master.substring(SCHEME.length()))) {
      int colon = address.lastIndexOf(':');
      String host = address.substring(0, colon);
      int port = Integer.parseInt(address.substring(colon + 1));
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
        return;
      } catch (IOException e) {
        faults.add(address + ": " + e.getMessage());
      }
    }
    throw new ClusterException(
        "no Spark master can be reached at "
            + master
            + " ("
            + String.join("; ", faults)
            + "); is it running? Nothing was trained");
  }
}
