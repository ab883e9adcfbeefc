package org.lenetlab.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptionTest {

  /** What the other process does: fetches {@code arguments[0]} to {@code arguments[1]}. */
  public static void main(String[] arguments) {
    try (RemoteSource remote = new RemoteSource(Duration.ofMinutes(1))) {
      new Downloader(remote, step -> {})
          .fetch(List.of(arguments[0]), Path.of(arguments[1]), (file, source) -> {});
    }
  }

  @Test
  void anInterruptedProcessLeavesNoHalfFile(@TempDir Path folder)
      throws IOException, InterruptedException {
    CountDownLatch sending = new CountDownLatch(1);
    try (TestServer server = new TestServer()) {
      server.at(
          "/f",
          exchange -> {
            exchange.sendResponseHeaders(200, 1_000_000);
            exchange.getResponseBody().write(new byte[500_000]);
            exchange.getResponseBody().flush();
            sending.countDown();
            TestServer.sleep(60_000);
          });
      Process process = fetch(server.address("/f"), folder.resolve("f"));
      assertThat(sending.await(60, TimeUnit.SECONDS)).isTrue();
      while (process.isAlive() && isEmpty(folder)) {
        Thread.onSpinWait();
      }

      assertThat(folder).isNotEmptyDirectory();
      process.destroy();

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(folder).isEmptyDirectory();
    }
  }

  private static Process fetch(String address, Path target) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            InterruptionTest.class.getName(),
            address,
            target.toString())
        .inheritIO()
        .start();
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }
}
