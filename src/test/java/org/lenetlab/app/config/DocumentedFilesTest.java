package org.lenetlab.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.app.Lenet;
import org.lenetlab.app.cli.ExitCode;

/** Every experiment file, or part of one, that the documentation shows is valid. */
final class DocumentedFilesTest {
  private static final Pattern BLOCK = Pattern.compile("(?s)```yaml\n(.*?)```");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> documentedFilesAreValid() {
    return Stream.of("README.md", "README.zh-CN.md", "docs/experiment-file.md")
        .flatMap(page -> blocks(page).stream().map(block -> test(page, block)));
  }

  private DynamicTest test(String page, String block) {
    String title = page + ": " + block.lines().findFirst().orElseThrow();
    return DynamicTest.dynamicTest(title, () -> check(block));
  }

  private void check(String block) throws IOException {
    Files.writeString(folder.resolve("base.yaml"), blocks("docs/experiment-file.md").getFirst());
    Path file = folder.resolve("documented.yaml");
    boolean whole = block.startsWith("name:");
    Files.writeString(file, whole ? block : "extends: base.yaml\n" + block);
    Lenet check = Lenet.run("check", "--quick", file.toString());
    assertThat(check.err()).doesNotContain("error:", "warning:");
    assertThat(check.code()).isEqualTo(ExitCode.SUCCESS);
  }

  private static List<String> blocks(String page) {
    try {
      List<String> blocks =
          BLOCK
              .matcher(Files.readString(Path.of(page)))
              .results()
              .map((MatchResult block) -> block.group(1))
              .toList();
      assertThat(blocks).as(page).isNotEmpty();
      return blocks;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
