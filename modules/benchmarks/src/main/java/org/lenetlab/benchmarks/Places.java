package org.lenetlab.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where things are.
 *
 * @param project the folder of the launcher
 */
record Places(Path project) {

  Path module() {
    return project.resolve("modules/benchmarks");
  }

  Path lenet() {
    return project.resolve("lenet");
  }

  Path experiment(Column column) {
    return module().resolve("cases").resolve(column.file() + ".yaml");
  }

  /** What the comparison writes. */
  Path target() {
    return module().resolve("target");
  }

  Path data() {
    return target().resolve("data");
  }

  /** Where a program's standard error goes. */
  Path log(String name) {
    try {
      return Files.createDirectories(target().resolve("logs")).resolve(name + ".log");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
