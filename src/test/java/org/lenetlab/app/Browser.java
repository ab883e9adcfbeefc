package org.lenetlab.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A headless Chromium, spoken to by its DevTools protocol. */
final class Browser implements AutoCloseable {
  /** The contrast of the page's faintest words, as WCAG 2 defines it. */
  static final String CONTRAST =
      """
      (() => {
        const luminance = (colour) => {
          const [r, g, b] = colour.match(/[0-9.]+/g).slice(0, 3).map((c) => c / 255)
            .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const paper = (e) => {
          const colour = getComputedStyle(e).backgroundColor;
          return colour.startsWith('rgb(') || !e.parentElement ? colour : paper(e.parentElement);
        };
        const contrast = (e) => {
          const [a, b] = [paper(e), getComputedStyle(e).color].map(luminance);
          return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        };
        return Math.min(...[...document.querySelectorAll(
            'p, figcaption, td, th, a, dt, dd, h1, h2, label, button, select, b, span')]
          .filter((e) => e.innerText && e.checkVisibility()).map(contrast));
      })()
      """;

  private static final int PATIENCE_SECONDS = 120;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final WebSocket socket;
  private final LinkedBlockingQueue<String> messages;
  private final List<JsonNode> events = new ArrayList<>();
  private int calls;

  private Browser(Process process, WebSocket socket, LinkedBlockingQueue<String> messages) {
    this.process = process;
    this.socket = socket;
    this.messages = messages;
  }

  /** Where Chromium is installed; empty if it is not. */
  static Optional<Path> installed() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(name -> Stream.of(path.split(":")).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts {@code program} with a fresh profile in {@code profile}. */
  static Browser start(Path program, Path profile) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--remote-allow-origins=*",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    String port = port(profile.resolve("DevToolsActivePort"));
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest list =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list")).build();
    JsonNode pages = JSON.readTree(client.send(list, BodyHandlers.ofString()).body());
    String address = pages.get(0).get("webSocketDebuggerUrl").asText();
    LinkedBlockingQueue<String> messages = new LinkedBlockingQueue<>();
    WebSocket socket =
        client.newWebSocketBuilder().buildAsync(URI.create(address), new Messages(messages)).join();
    Browser browser = new Browser(process, socket, messages);
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      browser.call(domain + ".enable", Map.of());
    }
    return browser;
  }

  private static String port(Path file) throws IOException, InterruptedException {
    for (int i = 0; i < 10 * PATIENCE_SECONDS; i++) {
      if (Files.exists(file) && Files.size(file) > 0) {
        return Files.readAllLines(file).getFirst();
      }
      Thread.sleep(100);
    }
    throw new IOException("Chromium does not start");
  }

  /** Opens a file in a window of this size. */
  void open(Path page, int width, int height, boolean dark)
      throws IOException, InterruptedException {
    open(page.toUri(), width, height, dark);
  }

  /** Opens a page in a window of this size. */
  void open(URI page, int width, int height, boolean dark)
      throws IOException, InterruptedException {
    events.clear();
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    Map<String, String> scheme =
        Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
    call("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
    call("Page.navigate", Map.of("url", page.toString()));
    await(
        "document.readyState === 'complete' && location.protocol === '%s:'"
            .formatted(page.getScheme()));
  }

  /** Waits until a JavaScript expression is true. */
  void await(String expression) throws IOException, InterruptedException {
    for (int i = 0; i < 20 * PATIENCE_SECONDS; i++) {
      if (evaluate(expression).asBoolean()) {
        return;
      }
      Thread.sleep(50);
    }
    throw new IOException("never true: " + expression);
  }

  /** The value of a JavaScript expression. */
  JsonNode evaluate(String expression) throws IOException, InterruptedException {
    JsonNode answer =
        call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new IOException(answer.toString());
    }
    return answer.at("/result/value");
  }

  /** The addresses that were asked for since the page was opened; not those that are data. */
  List<String> requests() {
    return events.stream()
        .filter(event -> event.at("/method").asText().equals("Network.requestWillBeSent"))
        .map(event -> event.at("/params/request/url").asText())
        .filter(url -> !url.startsWith("data:"))
        .toList();
  }

  /** What the page had to complain about since it was opened. */
  List<String> complaints() {
    return events.stream()
        .filter(
            event ->
                List.of("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded")
                    .contains(event.at("/method").asText()))
        .map(JsonNode::toString)
        .toList();
  }

  /** Keeps a picture of the whole page. */
  void screenshot(Path file) throws IOException, InterruptedException {
    JsonNode picture =
        call("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, Base64.getDecoder().decode(picture.get("data").asText()));
  }

  /** Presses a key on what has the focus. */
  void press(String key, int code) throws IOException, InterruptedException {
    String text = key.equals("Enter") ? "\r" : key.length() == 1 ? key : "";
    Map<String, Object> stroke =
        Map.of("key", key, "code", key, "windowsVirtualKeyCode", code, "text", text);
    for (String type : List.of("keyDown", "keyUp")) {
      Map<String, Object> event = new HashMap<>(stroke);
      event.put("type", type);
      call("Input.dispatchKeyEvent", event);
    }
  }

  /** Draws a line with the mouse through points of the window. */
  void drag(int[]... points) throws IOException, InterruptedException {
    mouse("mousePressed", points[0]);
    for (int[] point : points) {
      mouse("mouseMoved", point);
    }
    mouse("mouseReleased", points[points.length - 1]);
  }

  private void mouse(String type, int[] point) throws IOException, InterruptedException {
    call(
        "Input.dispatchMouseEvent",
        Map.of(
            "type",
            type,
            "x",
            point[0],
            "y",
            point[1],
            "button",
            "left",
            "buttons",
            1,
            "clickCount",
            1));
  }

  /** Draws a line with a finger through points of the window. */
  void swipe(int[]... points) throws IOException, InterruptedException {
    touch("touchStart", List.of(points[0]));
    for (int[] point : points) {
      touch("touchMove", List.of(point));
    }
    touch("touchEnd", List.of());
  }

  private void touch(String type, List<int[]> fingers) throws IOException, InterruptedException {
    List<Map<String, Integer>> points =
        fingers.stream().map(point -> Map.of("x", point[0], "y", point[1])).toList();
    call("Input.dispatchTouchEvent", Map.of("type", type, "touchPoints", points));
  }

  private JsonNode call(String method, Map<String, ?> parameters)
      throws IOException, InterruptedException {
    int id = ++calls;
    socket
        .sendText(
            JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
        .join();
    while (true) {
      String text = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (text == null) {
        throw new IOException("Chromium does not answer " + method);
      }
      JsonNode message = JSON.readTree(text);
      if (message.path("id").asInt() == id) {
        if (message.has("error")) {
          throw new IOException(method + ": " + message.get("error"));
        }
        return message.get("result");
      }
      events.add(message);
    }
  }

  @Override
  public void close() {
    socket.abort();
    process.destroy();
    process.onExit().join();
  }

  /** Puts the parts of messages together. */
  private static final class Messages implements WebSocket.Listener {
    private final LinkedBlockingQueue<String> messages;
    private final StringBuilder part = new StringBuilder();

    Messages(LinkedBlockingQueue<String> messages) {
      this.messages = messages;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        messages.add(part.toString());
        part.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }
}
