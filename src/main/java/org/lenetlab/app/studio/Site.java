package org.lenetlab.app.studio;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.lenetlab.api.data.DataException;
import org.lenetlab.api.spec.SpecException;
import org.lenetlab.app.cli.UserException;
import org.lenetlab.app.config.ExperimentFileException;
import org.lenetlab.results.store.ResultsException;

/** What there is at which path. */
final class Site {
  private static final int MOST_BYTES = 16 << 20;
  private static final int UNPROCESSABLE = 422;

  private final LiveResults results;
  private final Networks networks;

  Site(LiveResults results, Networks networks) {
    this.results = results;
    this.networks = networks;
  }

  /** Fulfils a request; what cannot be fulfilled is answered with the reason. */
  Reply answer(HttpExchange exchange) throws IOException {
    try {
      return fulfil(exchange);
    } catch (Refusal e) {
      return Reply.problem(e.status(), String.valueOf(e.getMessage()));
    } catch (UserException
        | SpecException
        | DataException
        | ResultsException
        | ExperimentFileException
        | UncheckedIOException e) { // also of files that vanish while they are read
      return Reply.problem(UNPROCESSABLE, String.valueOf(e.getMessage()));
    }
  }

  private Reply fulfil(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    return switch (path) {
      case "/sight" -> {
        require("POST", exchange);
        byte[] picture = body(exchange);
        yield Reply.json(networks.see(results.find(parameter("run", exchange)), picture));
      }
      case "/runs" -> {
        require("GET", exchange);
        yield Reply.json(RunList.of(results));
      }
      case "/experiment" -> {
        require("GET", exchange);
        yield Reply.json(ExperimentView.of(parameter("name", exchange), results));
      }
      default -> {
        require("GET", exchange);
        yield PageFiles.at(path).orElseThrow(() -> new Refusal(404, "there is nothing at " + path));
      }
    };
  }

  private static void require(String method, HttpExchange exchange) {
    if (!exchange.getRequestMethod().equals(method)) {
      throw new Refusal(405, "expected " + method + ", not " + exchange.getRequestMethod());
    }
  }

  private static String parameter(String name, HttpExchange exchange) {
    String query = exchange.getRequestURI().getRawQuery();
    return Arrays.stream(query == null ? new String[0] : query.split("&"))
        .filter(part -> part.startsWith(name + "="))
        .map(part -> URLDecoder.decode(part.substring(name.length() + 1), StandardCharsets.UTF_8))
        .findFirst()
        .orElseThrow(() -> new Refusal(400, "expected ?" + name + "=…"));
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    InputStream in = exchange.getRequestBody();
    byte[] content = in.readNBytes(MOST_BYTES + 1);
    if (content.length > MOST_BYTES) {
      // a browser that may not finish its question does not hear the answer
      in.transferTo(OutputStream.nullOutputStream());
      throw new Refusal(
          413, "the picture is too large: at most %d MiB".formatted(MOST_BYTES >> 20));
    }
    return content;
  }
}
