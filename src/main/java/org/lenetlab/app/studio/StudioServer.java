package org.lenetlab.app.studio;

import com.google.common.base.Throwables;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.UserException;

/** Serves the page to browsers on this machine, and to nobody else. */
final class StudioServer implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";

  /** The page may use nothing that this server does not serve. */
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline';"
          + " frame-ancestors 'none'; form-action 'none'; base-uri 'none'";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Site site;
  private final Console console;

  /**
   * Listens from now on.
   *
   * @param port 0 for any that is free
   * @param console told of bugs
   * @throws UserException if the port cannot be had
   */
  StudioServer(int port, Site site, Console console) throws IOException {
    this.site = site;
    this.console = console;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (BindException e) {
      throw new UserException(
          "port %d cannot be had (%s), perhaps as another studio runs; --port 0 takes a free one"
              .formatted(port, e.getMessage()),
          e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Where the page is. */
  URI address() {
    return URI.create("http://" + LOOPBACK + ":" + server.getAddress().getPort() + "/");
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Reply reply = isOurs(exchange) ? answer(exchange) : foreign();
      Headers headers = exchange.getResponseHeaders();
      headers.set("Content-Type", reply.type());
      headers.set("Cache-Control", "no-store");
      headers.set("Content-Security-Policy", POLICY);
      headers.set("X-Content-Type-Options", "nosniff");
      headers.set("Referrer-Policy", "no-referrer");
      exchange.sendResponseHeaders(reply.status(), reply.content().length);
      exchange.getResponseBody().write(reply.content());
    }
  }

  /** One request that fails must not end the others. */
  private Reply answer(HttpExchange exchange) throws IOException {
    try {
      return site.answer(exchange);
    } catch (OutOfMemoryError e) {
      return Reply.problem(413, "the picture is too large for the memory that Java may use");
    } catch (RuntimeException e) {
      console.err().print("lenet: a bug, please report it: " + Throwables.getStackTraceAsString(e));
      return Reply.problem(500, "this is a bug, please report it: the terminal has more");
    }
  }

  /**
   * Whether a page of ours asks. Pages of other sites can make a browser ask as well, by a name of
   * theirs that leads to this machine; they cannot make it lie about that name.
   */
  private boolean isOurs(HttpExchange exchange) {
    int port = server.getAddress().getPort();
    Set<String> names = Set.of(LOOPBACK + ":" + port, "localhost:" + port);
    String host = exchange.getRequestHeaders().getFirst("Host");
    String origin = exchange.getRequestHeaders().getFirst("Origin");
    return host != null
        && names.contains(host)
        && (origin == null || names.contains(origin.replaceFirst("^http://", "")));
  }

  private Reply foreign() {
    return Reply.problem(403, "only for pages of " + address());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
