package org.lenetlab.results.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFileTest {
  @TempDir private Path folder;

  @Test
  void ofSeveralWritersOneWinsAndNoneFails() {
    Path file = folder.resolve("file");
    IntStream.range(0, 200).parallel().forEach(i -> AtomicFile.write(file, "whole"));
    assertThat(file).hasContent("whole");
    assertThat(folder.toFile().list()).containsExactly("file");
  }

  @Test
  void aFailureNamesTheFileTheReasonAndTheOption() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> AtomicFile.write(file.resolve("page.html"), "--to", out -> {}))
        .hasMessage(
            "cannot write %s/page.html: %s is a file, not a folder; make room or choose another"
                    .formatted(file, file)
                + " place with --to");
    Path tooLong = folder.resolve("x".repeat(250));
    assertThatThrownBy(() -> AtomicFile.write(tooLong, "whole"))
        .hasMessageStartingWith("cannot write " + tooLong + ": File name too long; ")
        .hasMessageEndingWith("--results");
  }

  @Test
  void whatCannotBeWrittenLeavesTheOldFileAndNothingElse() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "old");
    assertThatThrownBy(
            () ->
                AtomicFile.replace(
                    file,
                    out -> {
                      out.write(new byte[10_000]);
                      throw new IOException("no room");
                    }))
        .hasMessage("no room");
    assertThat(file).hasContent("old");
    assertThat(folder.toFile().list()).containsExactly("file");
  }
}
