package org.lenetlab.data;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on this machine, whose paths are programmed by the test. */
final class TestServer implements AutoCloseable {

  /** Answers one request. */
  interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  TestServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.start();
  }

  /** The address of {@code path}, which starts with a slash. */
  String address(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  void at(String path, Answer answer) {
    server.createContext(
        path,
        exchange -> {
          requests.add(exchange.getRequestURI().getPath());
          try (exchange) {
            answer.to(exchange);
          }
        });
  }

  /** The paths requested so far. */
  List<String> requests() {
    return requests;
  }

  static Answer content(byte[] content) {
    return exchange -> {
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content);
    };
  }

  static Answer status(int status) {
    return exchange -> exchange.sendResponseHeaders(status, -1);
  }

  static Answer redirect(String to) {
    return exchange -> {
      exchange.getResponseHeaders().add("Location", to);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  /** Announces more bytes than it sends. */
  static Answer truncated(byte[] content) {
    return exchange -> {
      exchange.sendResponseHeaders(200, content.length + 100);
      exchange.getResponseBody().write(content);
      exchange.getResponseBody().flush();
    };
  }

  /** Sends one byte after the other, pausing in between. */
  static Answer slow(byte[] content, int pauseMillis) {
    return exchange -> {
      exchange.sendResponseHeaders(200, content.length);
      try (OutputStream body = exchange.getResponseBody()) {
        for (byte b : content) {
          body.write(b);
          body.flush();
          sleep(pauseMillis);
        }
      }
    };
  }

  static void sleep(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
