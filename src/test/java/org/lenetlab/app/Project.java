package org.lenetlab.app;

import java.nio.file.Path;

/** The files of this project. */
final class Project {
  private static final Path ROOT =
      Path.of(System.getProperty("basedir", ".")).resolve("..").toAbsolutePath().normalize();

  private Project() {}

  /** The file at {@code path}, relative to the project's root. */
  static Path file(String path) {
    return ROOT.resolve(path);
  }
}
