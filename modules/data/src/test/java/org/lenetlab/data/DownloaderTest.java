package org.lenetlab.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.api.data.DataException;
import org.lenetlab.api.data.DataProgress;

class DownloaderTest {
  private static final byte[] CONTENT = "forty-two".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;
  private final TestServer server = new TestServer();
  private final RemoteSource remote = new RemoteSource(Duration.ofSeconds(2));
  private final List<DataProgress> progress = new ArrayList<>();

  @AfterEach
  void stop() {
    remote.close();
    server.close();
  }

  @Test
  void aFetchedFileAppearsUnderItsName() throws IOException {
    server.at("/f", TestServer.content(CONTENT));

    fetch("/f");

    assertThat(target()).hasBinaryContent(CONTENT);
    assertThat(names()).containsExactly("f");
    assertThat(progress.getFirst()).isEqualTo(new DataProgress("f", 0, CONTENT.length));
    assertThat(progress.getLast()).isEqualTo(new DataProgress("f", CONTENT.length, CONTENT.length));
  }

  @Test
  void redirectsAreFollowed() {
    server.at("/old", TestServer.redirect("/new"));
    server.at("/new", TestServer.content(CONTENT));

    fetch("/old");

    assertThat(target()).hasBinaryContent(CONTENT);
  }

  @Test
  void theNextAddressIsTriedAfterAMissingTruncatedOrWrongFile() throws IOException {
    server.at("/missing", TestServer.status(404));
    server.at("/truncated", TestServer.truncated(CONTENT));
    server.at("/wrong", TestServer.content(new byte[] {1, 2}));
    server.at("/right", TestServer.content(CONTENT));

    fetch("/missing", "/truncated", "/wrong", "/right");

    assertThat(server.requests()).containsExactly("/missing", "/truncated", "/wrong", "/right");
    assertThat(target()).hasBinaryContent(CONTENT);
    assertThat(names()).containsExactly("f");
  }

  @Test
  void everyFailureIsReportedAndNothingIsLeft() throws IOException {
    server.at("/missing", TestServer.status(404));
    server.at("/truncated", TestServer.truncated(CONTENT));
    server.at("/wrong", TestServer.content(new byte[] {1, 2}));

    assertThatThrownBy(() -> fetch("/missing", "/truncated", "/wrong"))
        .isInstanceOf(DataException.class)
        .message()
        .satisfies(
            message ->
                assertThat(message.lines())
                    .satisfiesExactly(
                        line -> assertThat(line).endsWith("/missing: HTTP status 404"),
                        line -> assertThat(line).contains("/truncated: broken off: "),
                        line -> assertThat(line).endsWith("/wrong: not forty-two")));
    assertThat(names()).isEmpty();
  }

  @Test
  void aBrokenFileIsReplacedOnlyByAVerifiedOne() throws IOException {
    Files.writeString(target(), "old");
    server.at("/wrong", TestServer.content(new byte[] {1, 2}));
    server.at("/right", TestServer.content(CONTENT));

    assertThatThrownBy(() -> fetch("/wrong")).isInstanceOf(DataException.class);
    assertThat(target()).hasContent("old");

    fetch("/right");
    assertThat(target()).hasBinaryContent(CONTENT);
  }

  @Test
  void aSlowServerIsWaitedForAsLongAsItSends() {
    server.at("/slow", TestServer.slow(CONTENT, 50));
    try (RemoteSource impatient = new RemoteSource(Duration.ofMillis(400))) {
      fetch(impatient, "/slow");
    }
    assertThat(target()).hasBinaryContent(CONTENT);
  }

  @Test
  void aServerThatFallsSilentIsGivenUp() {
    server.at("/silent", TestServer.slow(CONTENT, 60_000));
    server.at("/right", TestServer.content(CONTENT));
    try (RemoteSource impatient = new RemoteSource(Duration.ofMillis(300))) {
      assertThatThrownBy(() -> fetch(impatient, "/silent"))
          .hasMessage(server.address("/silent") + ": the server stopped sending");
      fetch(impatient, "/silent", "/right");
    }
    assertThat(target()).hasBinaryContent(CONTENT);
  }

  @Test
  void aServerThatNeverAnswersIsGivenUp() {
    server.at("/never", exchange -> TestServer.sleep(60_000));
    try (RemoteSource impatient = new RemoteSource(Duration.ofMillis(300))) {
      assertThatThrownBy(() -> fetch(impatient, "/never"))
          .hasMessage(server.address("/never") + ": no answer for 0.3 s");
    }
  }

  @Test
  void unreachableAndForeignAddressesAreExplained() {
    String gone;
    try (TestServer closed = new TestServer()) {
      gone = closed.address("/f");
    }
    Downloader downloader = new Downloader(remote, progress::add);
    List<String> addresses = List.of(gone, "ftp://host/f", "http://no-such-host.invalid/f");

    assertThatThrownBy(() -> downloader.fetch(addresses, target(), DownloaderTest::check))
        .isInstanceOf(DataException.class)
        .hasMessage(
            """
            %s: cannot connect
            ftp://host/f: not an http, https or file address
            http://no-such-host.invalid/f: host not found\
            """
                .formatted(gone));
  }

  @Test
  void aMirrorMayBeAFolder() throws IOException {
    Path mirror = Files.createDirectories(folder.resolve("mirror"));
    Files.write(mirror.resolve("f"), CONTENT);
    Downloader downloader = new Downloader(remote, progress::add);
    String missing = mirror.resolve("g").toUri().toString();

    downloader.fetch(
        List.of(missing, mirror.resolve("f").toUri().toString()), target(), DownloaderTest::check);

    assertThat(target()).hasBinaryContent(CONTENT);
    assertThatThrownBy(() -> downloader.fetch(List.of(missing), target(), DownloaderTest::check))
        .isInstanceOf(DataException.class)
        .hasMessage(missing + ": no such file");
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Downloader downloader = new Downloader(remote, progress::add);

    assertThatThrownBy(
            () ->
                downloader.fetch(
                    List.of(server.address("/f")), file.resolve("f"), DownloaderTest::check))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("cannot write " + file.resolve("f") + ": ");
  }

  @Test
  void manyAtOnceDoNotDisturbEachOther() throws IOException {
    server.at("/f", TestServer.slow(CONTENT, 5));
    Downloader downloader = new Downloader(remote, step -> {});

    IntStream.range(0, 8)
        .parallel()
        .forEach(
            i -> downloader.fetch(List.of(server.address("/f")), target(), DownloaderTest::check));

    assertThat(target()).hasBinaryContent(CONTENT);
    assertThat(names()).containsExactly("f");
  }

  private void fetch(String... paths) {
    fetch(remote, paths);
  }

  private void fetch(RemoteSource source, String... paths) {
    new Downloader(source, progress::add)
        .fetch(Arrays.stream(paths).map(server::address).toList(), target(), DownloaderTest::check);
  }

  private static void check(Path file, String source) {
    try {
      if (!Arrays.equals(Files.readAllBytes(file), CONTENT)) {
        throw new DataException(source + ": not forty-two");
      }
    } catch (IOException e) {
      throw new DataException(source + ": " + e, e);
    }
  }

  private Path target() {
    return folder.resolve("f");
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
