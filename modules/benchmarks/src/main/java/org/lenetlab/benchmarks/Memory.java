package org.lenetlab.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Memory of other processes, as Linux tells it. */
final class Memory {
  private static final String PEAK = "VmHWM:";

  private Memory() {}

  /** The most that a running process ever had resident, in megabytes. */
  static long peakMegabytes(long pid) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
      if (line.startsWith(PEAK)) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1000;
      }
    }
    throw new IOException("process " + pid + " has no " + PEAK);
  }
}
