package org.lenetlab.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Reads what lies at an address: of a web server, which is given up when it keeps silent, or of a
 * file, such as a mirror on a network drive.
 */
final class RemoteSource implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int OK = 200;

  /** An address does not give its content; the message says why. */
  static final class FetchException extends Exception {
    private static final long serialVersionUID = 1L;

    FetchException(String reason) {
      super(reason);
    }

    FetchException(String reason, Throwable cause) {
      super(reason, cause);
    }
  }

  /** Hears how much has come. */
  interface Meter {
    /**
     * Tells the bytes received so far.
     *
     * @param total of all bytes, −1 where the server did not say
     */
    void received(long done, long total);
  }

  private final Duration patience;
  private final HttpClient client;

  /**
   * @param patience how long to wait for a connection, an answer, or the next bytes
   */
  RemoteSource(Duration patience) {
    this.patience = patience;
    client =
        HttpClient.newBuilder()
            .connectTimeout(patience)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  /**
   * Copies what {@code address} gives.
   *
   * @param address starting with {@code http:}, {@code https:} or {@code file:}
   * @throws FetchException if it does not give all of it
   * @throws IOException if it cannot be written
   */
  void receive(String address, OutputStream out, Meter meter) throws IOException, FetchException {
    if (address.startsWith("file:")) {
      receiveFile(address, out, meter);
      return;
    }
    HttpResponse<InputStream> response = request(address);
    try (InputStream body = response.body()) {
      if (response.statusCode() != OK) {
        throw new FetchException("HTTP status " + response.statusCode());
      }
      copy(body, response.headers().firstValueAsLong("Content-Length").orElse(-1), out, meter);
    }
  }

  private void receiveFile(String address, OutputStream out, Meter meter)
      throws IOException, FetchException {
    try {
      Path file = Path.of(URI.create(address));
      if (!Files.isRegularFile(file)) {
        throw new FetchException("no such file");
      }
      try (InputStream content = Files.newInputStream(file)) {
        copy(content, Files.size(file), out, meter);
      }
    } catch (IllegalArgumentException e) {
      throw new FetchException("not the address of a file", e);
    }
  }

  private void copy(InputStream body, long total, OutputStream out, Meter meter)
      throws IOException, FetchException {
    meter.received(0, total);
    try (StallGuard guard = new StallGuard(body, patience)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int count; (count = read(body, buffer, guard)) >= 0; ) {
        out.write(buffer, 0, count);
        meter.received(guard.passed(count), total);
      }
    }
  }

  private static int read(InputStream body, byte[] buffer, StallGuard guard) throws FetchException {
    try {
      return body.read(buffer);
    } catch (IOException e) {
      throw new FetchException(
          guard.stalled() ? "the server stopped sending" : "broken off: " + e.getMessage(), e);
    }
  }

  private HttpResponse<InputStream> request(String address) throws FetchException {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address)).timeout(patience).build();
      return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (IllegalArgumentException e) {
      throw new FetchException("not an http, https or file address", e);
    } catch (HttpTimeoutException e) {
      throw new FetchException("no answer for %.1f s".formatted(patience.toMillis() / 1000.0), e);
    } catch (ConnectException e) {
      throw new FetchException(unresolved(e) ? "host not found" : "cannot connect", e);
    } catch (IOException e) {
      throw new FetchException(String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FetchException("interrupted", e);
    }
  }

  private static boolean unresolved(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
