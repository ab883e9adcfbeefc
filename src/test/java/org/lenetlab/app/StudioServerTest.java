package org.lenetlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.app.cli.ExitCode;

/** What the studio answers to requests, above all to bad ones. */
final class StudioServerTest {
  @TempDir private static Path folder;
  private static Path results = Path.of("");
  private static StudioProcess studio;

  @BeforeAll
  static void trainsAndStarts() throws IOException {
    results = folder.resolve("results");
    Path file = folder.resolve("tiny.yaml");
    Files.writeString(
        file,
        """
        name: tiny
        dataset: {name: synthetic-digits, training: 40, test: 20}
        architecture: {name: mlp, units: [8]}
        optimizer: {name: sgd, learning-rate: 0.1}
        training: {epochs: 2, batch-size: 8}
        backend: reference
        """);
    Lenet run = Lenet.run("run", file.toString(), "--results", results.toString());
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.SUCCESS);
    studio = StudioProcess.start(results, folder.resolve("err"));
  }

  @AfterAll
  static void ends() {
    studio.close();
    assertThat(folder.resolve("err")).content().doesNotContain("Exception", "bug");
  }

  private static String key() throws IOException {
    try (Stream<Path> runs = Files.list(results.resolve("tiny"))) {
      return "tiny/" + runs.findFirst().orElseThrow().getFileName();
    }
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return get(studio, path);
  }

  private static HttpResponse<String> get(StudioProcess from, String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(from.address() + path)).build());
  }

  private static HttpResponse<String> ask(String run, BodyPublisher picture) throws Exception {
    URI address = URI.create(studio.address() + "sight?run=" + run);
    return send(HttpRequest.newBuilder(address).POST(picture).build());
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    }
  }

  private static void assertRefused(HttpResponse<String> reply, int status, String words) {
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
    assertThat(reply.body()).contains("\"message\"", words);
  }

  @Test
  void runsAreListedWithWhatIsKnownOfThem() throws Exception {
    assertThat(get("runs").body())
        .contains("\"key\" : \"" + key() + "\"", "\"label\" : \"seed 1\"")
        .contains("\"state\" : \"finished\"", "\"epoch\" : 2", "\"epochs\" : 2");
    assertThat(get("experiment?name=tiny").body()).contains("<table", "<svg", "curves-accuracy");
  }

  @Test
  void pictureThatIsNoneIsRefused() throws Exception {
    assertRefused(
        ask(key(), BodyPublishers.ofString("no picture")), 422, "cannot be read: neither");
    assertRefused(ask(key(), BodyPublishers.noBody()), 422, "cannot be read: ");
    assertRefused(
        ask(key(), BodyPublishers.ofByteArray(new byte[17 << 20])), 413, "at most 16 MiB");
    assertThat(get("runs").statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsNotThereIsNamed() throws Exception {
    assertRefused(
        ask("tiny/000000000000", BodyPublishers.ofString("")), 404, "there is no run 'ti");
    assertRefused(ask("..%2F..", BodyPublishers.ofString("")), 404, "there is no run '../..'");
    assertRefused(get("experiment?name=none"), 404, "there is no experiment 'none' in ");
    assertRefused(get("experiment"), 400, "expected ?name=");
    assertRefused(get("sight?run=tiny"), 405, "expected POST, not GET");
    for (String path :
        new String[] {
          "StudioCommand.class", "%2e%2e/pom.xml", "..%2fpom.xml", "results/" + key()
        }) {
      assertRefused(get(path), 404, "there is nothing at /");
    }
  }

  @Test
  void pagesOfOthersMayNotAsk() throws Exception {
    int port = studio.address().getPort();
    assertThat(raw("GET /runs HTTP/1.1\r\nHost: evil.example:" + port + "\r\n\r\n"))
        .startsWith("HTTP/1.1 403 ")
        .contains("only for pages of " + studio.address());
    assertThat(raw("GET /runs HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")).startsWith("HTTP/1.1 403 ");
    assertThat(
            raw(
                "GET /runs HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nOrigin: https://evil.example\r\n\r\n"
                    .formatted(port)))
        .startsWith("HTTP/1.1 403 ");
    assertThat(raw("GET / HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n"))
        .startsWith("HTTP/1.1 200 ")
        .containsIgnoringCase("Content-Security-Policy: default-src 'self'");
  }

  /** All that comes back. */
  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), studio.address().getPort())) {
      socket
          .getOutputStream()
          .write(
              request
                  .replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void folderMayBeEmptyHoldTornFilesAndGo() throws Exception {
    Path other = Files.createDirectories(folder.resolve("other"));
    try (StudioProcess empty = StudioProcess.start(other, folder.resolve("err-of-empty"))) {
      assertThat(get(empty, "runs").body()).contains("\"experiments\" : [ ]");
      Path torn = Files.createDirectories(other.resolve("tiny/0123456789ab")).resolve("run.json");
      Files.writeString(torn, "{\"format\" : 1, ");
      assertThat(get(empty, "runs").body()).contains(torn + " cannot be used: ");
      Files.delete(torn);
      Files.delete(torn.getParent());
      Files.delete(other.resolve("tiny"));
      Files.delete(other);
      assertThat(get(empty, "runs").body()).contains("\"problems\" : [ ]", "\"experiments\" : [ ]");
    }
  }

  @Test
  void portThatIsTakenIsTheUsersMistakeWithACure() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      Lenet second = Lenet.run("studio", results.toString(), "--port", port);
      assertThat(second.code()).isEqualTo(ExitCode.USER_MISTAKE);
      assertThat(second.err())
          .contains("port " + port + " cannot be had (Address already in use)")
          .contains("--port 0 takes a free one");
    }
  }

  @Test
  void mistakesSayWhatWasExpected() {
    assertThat(Lenet.run("studio", "--port", "80170").err())
        .contains("--port: expected a number from 0 to 65535, not '80170'");
    assertThat(Lenet.run("studio", results + "/none").err()).contains("there is no folder ");
    assertThat(Lenet.run("studio", "a", "b").err()).contains("expected one folder of results");
  }

  @Test
  void signalEndsItCleanly() throws Exception {
    Path err = folder.resolve("err-of-signal");
    StudioProcess other = StudioProcess.start(results, err);
    other.process().toHandle().destroy(); // the process itself would close its output
    assertThat(other.out().readLine()).isEqualTo("studio has ended");
    assertThat(other.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(err).content().doesNotContain("Exception");
  }
}
