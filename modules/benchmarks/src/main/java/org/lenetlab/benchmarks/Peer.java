package org.lenetlab.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Another framework, in a process for each number of threads. */
final class Peer implements Contestant {
  private static final double WARM_UP_SECONDS = 0.8;
  private static final int WARM_UPS = 2;

  private final String name;
  private final IntFunction<List<String>> command;
  private final Path log;
  private final double seconds;
  private final Map<Integer, PeerProcess> processes = new TreeMap<>();

  /**
   * @param command by number of threads
   * @param seconds how long a measurement takes
   */
  Peer(String name, IntFunction<List<String>> command, Path log, double seconds) {
    this.name = name;
    this.command = command;
    this.log = log;
    this.seconds = seconds;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void warmUp(Column column) throws IOException {
    for (int i = 0; i < WARM_UPS; i++) {
      process(column).ask(column, WARM_UP_SECONDS);
    }
  }

  @Override
  public double measure(Column column) throws IOException {
    return process(column).ask(column, seconds);
  }

  private PeerProcess process(Column column) throws IOException {
    PeerProcess process = processes.get(column.peerThreads());
    if (process == null) {
      process = start(column.peerThreads());
      processes.put(column.peerThreads(), process);
    }
    return process;
  }

  /** A process of its own, to be closed by the caller. */
  PeerProcess start(int threads) throws IOException {
    return new PeerProcess(command.apply(threads), log);
  }

  @Override
  public void close() {
    processes.values().forEach(PeerProcess::close);
  }
}
