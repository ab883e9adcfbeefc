package org.lenetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's extensions, in a project of empty files, with a Maven that is a script. */
final class LauncherTest {
  private static final String MAVEN =
      """
      #!/bin/sh
      while [ "$1" != -pl ]; do shift; done
      echo "$2" >>"$CALLS"
      [ "$2" = src ] || sleep 1
      if [ -n "$FAULT" ] && [ "$2" != src ]; then echo "$FAULT"; exit 1; fi
      cd "$(dirname "$CALLS")/$2" && mkdir -p target/quick/lib && cd target/quick || exit 1
      echo "$2" >"lenet-$(basename "$2").jar"
      echo core >lib/lenet-api.jar
      echo shared >lib/shared-1.jar
      [ "$2" = src ] || echo large >lib/large-1.jar
      """;

  @TempDir private Path home;

  @BeforeEach
  void makeProject() throws IOException {
    Files.createDirectories(home.resolve("bin"));
    Files.createDirectories(home.resolve("src/main"));
    Files.createDirectories(home.resolve("modules/backend-huge/src/main"));
    Files.createFile(home.resolve("pom.xml"));
    Files.createFile(home.resolve("src/pom.xml"));
    Files.createFile(home.resolve("modules/backend-huge/pom.xml"));
    Files.copy(Project.file("jvm.options"), home.resolve("jvm.options"));
    script("lenet", Files.readString(Project.file("lenet")));
    script("bin/mvn", MAVEN);
  }

  private void script(String name, String content) throws IOException {
    Path file = Files.writeString(home.resolve(name), content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Process install(String name, String fault, Path err) throws IOException {
    ProcessBuilder process =
        new ProcessBuilder(home.resolve("lenet").toString(), "--install", name)
            .redirectError(err.toFile());
    Map<String, String> environment = process.environment();
    environment.put("PATH", home.resolve("bin") + ":" + System.getenv("PATH"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("CALLS", home.resolve("calls").toString());
    environment.put("FAULT", fault);
    return process.start();
  }

  private LenetProcess await(Process process, Path err) throws Exception {
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new LenetProcess(process.waitFor(), out, Files.readString(err));
  }

  private LenetProcess install(String name, String fault) throws Exception {
    Path err = Files.createTempFile(home, "install", ".err");
    return await(install(name, fault, err), err);
  }

  private String content(Path file) throws IOException {
    return Files.readString(file).strip();
  }

  private Path installed() throws IOException {
    try (Stream<Path> folders = Files.list(home.resolve("plugins/huge"))) {
      return folders
          .filter(folder -> folder.getFileName().toString().startsWith("2"))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void installsWhatTheCoreDoesNotHaveOnce() throws Exception {
    LenetProcess first = install("huge", "");
    assertThat(first.status()).as(first.out() + first.err()).isZero();
    assertThat(first.err()).contains("installing the extension huge");
    assertThat(installed().getFileName())
        .hasToString(content(home.resolve("src/target/lenet/current")));
    assertThat(installed().resolve("lenet-backend-huge.jar")).hasContent("modules/backend-huge");
    assertThat(installed().resolve("lenet-api.jar")).doesNotExist();
    assertThat(content(installed().resolve("libraries"))).isEqualTo("large-1.jar");
    assertThat(home.resolve("plugins/huge/lib/large-1.jar")).hasContent("large");

    LenetProcess second = install("huge", "");
    assertThat(second.status()).isZero();
    assertThat(second.err()).isEmpty();
    assertThat(home.resolve("calls")).content().isEqualTo("src\nmodules/backend-huge\n");
  }

  @Test
  void twoAtOnceBuildOnce() throws Exception {
    Path err = Files.createTempFile(home, "install", ".err");
    Process other = install("huge", "", err);
    assertThat(install("huge", "").status()).isZero();
    assertThat(await(other, err).status()).isZero();
    assertThat(home.resolve("calls")).content().isEqualTo("src\nmodules/backend-huge\n");
  }

  @Test
  void withoutANetworkOneLineNamesTheCure() throws Exception {
    LenetProcess run = install("huge", "nowhere.invalid: Unknown host");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out().lines())
        .singleElement()
        .satisfies(line -> assertThat(line).contains("huge", "connect to the network"));
    assertThat(run.err()).doesNotContain("nowhere.invalid");
  }

  @Test
  void otherFaultsOfTheBuildAreShown() throws Exception {
    LenetProcess run = install("huge", "a class is missing");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("a class is missing");
    assertThat(run.out()).contains("the build of the extension huge failed");
  }

  @Test
  void unknownExtensionsAreRefused() throws Exception {
    LenetProcess run = install("tiny", "");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).contains("there is no extension 'tiny'");
  }
}
