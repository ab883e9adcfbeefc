package org.lenetlab.app.studio;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.lenetlab.results.store.Json;

/**
 * What is sent back.
 *
 * @param status of HTTP
 * @param type of the content, a MIME type
 */
record Reply(int status, String type, byte[] content) {
  private static final int OK = 200;

  static Reply text(String type, String text) {
    return new Reply(OK, type + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  static Reply json(Object value) {
    return text("application/json", Json.pretty(value));
  }

  /** Why there is nothing else: {@code {"message": …}}. */
  static Reply problem(int status, String message) {
    Reply json = json(Map.of("message", message));
    return new Reply(status, json.type, json.content);
  }
}
