package org.lenetlab.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.app.Lenet;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.safetensors.Safetensors;
import org.lenetlab.safetensors.Tensor;

/** Every experiment file, or part of one, that the documentation shows is valid. */
final class DocumentedFilesTest {
  private static final Pattern BLOCK = Pattern.compile("(?s)```yaml\n(.*?)```");

  /** What the page's example of the dataset {@code tensors} names. */
  private static final Safetensors BATCHES =
      new Safetensors(
          Map.of(),
          Stream.of("input/0", "input/1", "test", "label/0", "label/1", "test-label")
              .map(DocumentedFilesTest::tensor)
              .toList());

  @TempDir Path folder;

  private static Tensor tensor(String name) {
    return name.contains("label")
        ? Tensor.ofLongs(name, List.of(32), new long[32])
        : Tensor.ofFloats(name, List.of(32, 1, 32, 32), new float[32 * 32 * 32]);
  }

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
    try (OutputStream out = Files.newOutputStream(folder.resolve("batches.safetensors"))) {
      BATCHES.writeTo(out);
    }
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
