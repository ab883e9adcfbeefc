package org.lenetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Editors find the schema of the shipped experiment files, and it is the true one. */
final class SchemaFileTest {
  private static final Path SCHEMA = Path.of("experiments", "schema.json");
  private static final String LINE = "# yaml-language-server: $schema=";

  static List<Path> files() throws IOException {
    return ExperimentFilesTest.files();
  }

  @Test
  void committedSchemaIsWhatTheCommandPrints() throws IOException {
    assertThat(Files.readString(SCHEMA))
        .as("out of date; bring it up with: lenet schema > " + SCHEMA)
        .isEqualTo(Lenet.run("schema").out());
  }

  @ParameterizedTest
  @MethodSource("files")
  void firstLineLeadsEditorsToIt(Path file) throws IOException {
    String first = Files.readAllLines(file).getFirst();
    assertThat(first).startsWith(LINE);
    Path schema = file.resolveSibling(first.substring(LINE.length()));
    assertThat(Files.isSameFile(schema, SCHEMA)).isTrue();
  }
}
