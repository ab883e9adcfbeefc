package org.lenetlab.results.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where a run was computed: recorded beside its figures, not part of its identity.
 *
 * @param host the machine's name
 * @param cpu its processor
 * @param cores that Java may use
 * @param os operating system and architecture
 * @param java version and vendor
 * @param lenet this program's version
 * @param commit of the checkout that it was started from; empty for none
 * @param threads that the run used
 * @param hardware what of the machine the backend used, such as its vectors; empty for nothing
 */
public record Environment(
    String host,
    String cpu,
    int cores,
    String os,
    String java,
    String lenet,
    String commit,
    int threads,
    String hardware) {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  public Environment {
    Objects.requireNonNull(host, "no host");
    Objects.requireNonNull(cpu, "no cpu");
    Objects.requireNonNull(os, "no os");
    Objects.requireNonNull(java, "no java");
    Objects.requireNonNull(lenet, "no lenet");
    Objects.requireNonNull(commit, "no commit");
    Objects.requireNonNull(hardware, "no hardware");
  }

  /** This process's environment. */
  public static Environment current(String lenet, String commit, int threads, String hardware) {
    return new Environment(
        hostName(),
        processor(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"),
        System.getProperty("java.runtime.version") + " " + System.getProperty("java.vendor"),
        lenet,
        commit,
        threads,
        hardware);
  }

  /** What two runs must share for their times to be comparable. */
  public String machine() {
    return cpu
        + (hardware.isEmpty() ? "" : " with " + hardware)
        + ", "
        + cores
        + " cores, "
        + os
        + ", Java "
        + java;
  }

  /** This machine's name. */
  public static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }

  private static String processor() {
    if (Files.isReadable(CPU_INFO)) {
      try (Stream<String> lines = Files.lines(CPU_INFO)) {
        return lines
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse("unknown");
      } catch (IOException e) {
        return "unknown";
      }
    }
    String identifier = System.getenv("PROCESSOR_IDENTIFIER"); // Windows
    return identifier == null ? "unknown" : identifier;
  }
}
