package org.lenetlab.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a launcher that is a script of two lines. */
final class ExtensionTest {
  private static final String BUILD = "20260101-000000-1";

  @TempDir private Path home;

  @BeforeEach
  void pretendTheLauncherStartedThis() {
    System.setProperty("lenet.home", home.toString());
    System.setProperty("lenet.build", BUILD);
  }

  @AfterEach
  void tidyUp() {
    System.clearProperty("lenet.home");
    System.clearProperty("lenet.build");
  }

  /** A launcher that runs {@code commands} and notes its arguments in {@code calls}. */
  private void launcher(String commands) throws IOException {
    Path file = home.resolve("lenet");
    String script = "#!/bin/sh\ncd \"${0%/*}\"\necho \"$*\" >>calls\n" + commands + "\n";
    Files.writeString(file, script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String install(String name, String build) {
    String folder = "plugins/" + name + "/" + build;
    return "mkdir -p %s plugins/%s/lib && cp service.jar %s/ && echo data.jar >%s/libraries"
        .formatted(folder, name, folder, folder);
  }

  /** Packs {@code Greeting implements Supplier}, which reads a resource of another jar. */
  private void packService(String name) throws IOException {
    Path source = Files.writeString(home.resolve("Greeting.java"), GREETING);
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", home.toString(), source.toString());
    assertThat(status).isZero();
    byte[] code = Files.readAllBytes(home.resolve("Greeting.class"));
    try (OutputStream out = Files.newOutputStream(home.resolve("service.jar"));
        JarOutputStream entries = new JarOutputStream(out)) {
      put(entries, "Greeting.class", code);
      put(entries, "META-INF/services/java.util.function.Supplier", bytes("Greeting"));
    }
    Path lib = Files.createDirectories(home.resolve("plugins").resolve(name).resolve("lib"));
    try (OutputStream out = Files.newOutputStream(lib.resolve("data.jar"));
        JarOutputStream entries = new JarOutputStream(out)) {
      put(entries, "words.txt", bytes("hello"));
    }
  }

  private static final String GREETING =
      """
      public final class Greeting implements java.util.function.Supplier<String> {
        @Override public String get() {
          try (var words = Greeting.class.getResourceAsStream("/words.txt")) {
            return new String(words.readAllBytes());
          } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        }
      }
      """;

  private static void put(JarOutputStream entries, String name, byte[] content) throws IOException {
    entries.putNextEntry(new JarEntry(name));
    entries.write(content);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void isInstalledByTheLauncherOnceAndLoadedOnce() throws IOException {
    packService("greeting");
    launcher(install("greeting", BUILD));
    Extension extension = new Extension("greeting");
    assertThat(extension.isInstalled()).isFalse();

    Supplier<?> first = extension.load(Supplier.class);
    assertThat(first.get()).isEqualTo("hello");
    assertThat(extension.isInstalled()).isTrue();
    Supplier<?> second = new Extension("greeting").load(Supplier.class);
    assertThat(second.getClass()).isSameAs(first.getClass());
    assertThat(home.resolve("calls")).content().isEqualTo("--install greeting\n");
  }

  @Test
  void faultOfTheLauncherIsTheMessage() throws IOException {
    launcher("echo 'cannot fetch it: connect to the network'; exit 3");
    assertThatThrownBy(new Extension("far-away")::install)
        .isInstanceOf(ExtensionException.class)
        .hasMessage("cannot fetch it: connect to the network");
  }

  @Test
  void oneThatFitsAnotherBuildIsNotUsed() throws IOException {
    packService("newer");
    launcher(install("newer", "20270101-000000-1"));
    assertThatThrownBy(() -> new Extension("newer").load(Supplier.class))
        .isInstanceOf(ExtensionException.class)
        .hasMessageContaining("start again");
  }

  @Test
  void withoutALauncherTheCureIsToUseIt() {
    tidyUp();
    Extension extension = new Extension("unreachable");
    assertThat(extension.isInstalled()).isFalse();
    assertThatThrownBy(() -> extension.load(Supplier.class))
        .isInstanceOf(ExtensionException.class)
        .hasMessageContaining("./lenet");
  }
}
