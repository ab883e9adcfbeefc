package org.lenetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lenetlab.app.cli.ExitCode;

/** Every experiment file of the project can be read and planned. */
final class ShippedExperimentsTest {
  private static final Path EXPERIMENTS = Path.of("experiments");

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(EXPERIMENTS)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @Test
  void theFolderIsFound() throws IOException {
    assertThat(files()).hasSizeGreaterThan(10);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void isFine(Path file) {
    Lenet run = Lenet.run("check", "--offline", file.toString());
    assertThat(run.err()).doesNotContain("error:").doesNotContain("warning:");
    assertThat(run.out()).contains("fine", "→");
    assertThat(run.code()).isEqualTo(ExitCode.SUCCESS);
  }
}
