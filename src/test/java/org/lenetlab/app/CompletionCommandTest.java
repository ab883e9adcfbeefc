package org.lenetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lenetlab.app.cli.ExitCode;

final class CompletionCommandTest {
  @TempDir private Path folder;

  private String shell(String shell, String script) throws Exception {
    Path file = Files.writeString(folder.resolve("script"), script);
    Process process;
    try {
      process =
          new ProcessBuilder(shell, file.toString())
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      Assumptions.abort(shell + " is not installed: its completion is not tested");
      return "";
    }
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return out.strip();
  }

  /** What bash offers for the last of the words. */
  private String bash(String words) throws Exception {
    return shell(
        "bash",
        Lenet.run("completion", "bash").out()
            + "COMP_WORDS=(lenet "
            + words
            + ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n_lenet\necho \"${COMPREPLY[*]}\"\n");
  }

  @ParameterizedTest
  @CsvSource({
    "pre, predict",
    "da, data",
    "data f, fetch",
    "export --a, --as",
    "run --see, --seed",
    "data fetch --of, --offline",
    "predict qui, quickstart",
    "predict 0123, 0123456789ab",
    "run exp, exp.yaml",
  })
  void bashCompletes(String words, String completed) throws Exception {
    Files.createDirectories(folder.resolve("results/quickstart/0123456789ab"));
    Files.createFile(folder.resolve("exp.yaml"));
    assertThat(bash(words)).isEqualTo(completed);
  }

  @Test
  void zshUnderstandsItsScript() throws Exception {
    String script = Lenet.run("completion", "zsh").out();
    assertThat(script)
        .startsWith("#compdef lenet")
        .contains("'--seed[the seed of the first run; short for --set seed=N]:N:_files'");
    assertThat(shell("zsh", "autoload -U compinit && compinit -u -D\n" + script)).isEmpty();
  }

  @Test
  void everyCommandIsThere() {
    String overview = Lenet.run().out();
    List<String> names =
        overview
            .lines()
            .filter(line -> line.startsWith("  "))
            .map(line -> line.strip().split(" {2,}", 2)[0])
            .toList();
    String script = Lenet.run("completion", "bash").out();
    assertThat(names).hasSizeGreaterThan(12).allSatisfy(n -> assertThat(script).contains('"' + n));
  }

  @Test
  void otherShellsAreNotKnown() {
    Lenet run = Lenet.run("completion", "bsh");
    assertThat(run.code()).isEqualTo(ExitCode.USER_MISTAKE);
    assertThat(run.err()).contains("expected a shell, bash or zsh; did you mean 'bash'?");
  }
}
