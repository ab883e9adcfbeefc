package org.lenetlab.backend.nd4j.spec;

import java.util.Set;

/** The machines that ND4J has native libraries for. */
final class Natives {
  private static final Set<String> MACHINES =
      Set.of("Linux x86_64", "Linux aarch64", "Mac x86_64", "Mac aarch64", "Windows x86_64");

  private Natives() {}

  /** One line saying that there is none; empty if there is one. */
  static String missing(String system, String processor) {
    String machine = system.replaceFirst(" .*", "") + " " + processor.replace("amd64", "x86_64");
    return MACHINES.contains(machine)
        ? ""
        : "ND4J has no native library for " + machine + ": use backend: simd";
  }
}
