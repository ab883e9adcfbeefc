package org.lenetlab.app.studio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lenetlab.report.ResultsView;

/** The files that the page consists of. There are no others, whatever a path says. */
final class PageFiles {
  private static final String SCRIPT = "text/javascript";
  private static final Map<String, String> TYPES =
      Map.of(
          "index.html", "text/html",
          "studio.css", "text/css",
          "studio.js", SCRIPT,
          "server.js", SCRIPT,
          "pad.js", SCRIPT,
          "network.js", SCRIPT,
          "results.js", SCRIPT);

  private PageFiles() {}

  /** The file at the path of a request. */
  static Optional<Reply> at(String path) {
    return switch (path) {
      case "/" -> Optional.of(file("index.html", "text/html"));
      case "/report.css" -> Optional.of(Reply.text("text/css", ResultsView.styleSheet()));
      case "/report.js" -> Optional.of(Reply.text(SCRIPT, ResultsView.script()));
      default -> {
        String name = path.substring(1);
        yield Optional.ofNullable(TYPES.get(name)).map(type -> file(name, type));
      }
    };
  }

  private static Reply file(String name, String type) {
    try (InputStream in = PageFiles.class.getResourceAsStream(name)) {
      byte[] content = Objects.requireNonNull(in, name).readAllBytes();
      return Reply.text(type, new String(content, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
