package org.lenetlab.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Speaks with a server of the documented REST calls (MLflow 2.17, api/2.0/mlflow). */
final class MlflowLogTest {
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private HttpServer server;

  MlflowLogTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void starts() {
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stops() {
    server.stop(0);
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().replaceFirst("^/api/2.0/mlflow/", "");
    String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean unknown = path.equals("experiments/get-by-name");
    if (!unknown) { // which the client asks again when the answer is no
      calls.add(path + " " + request.replaceAll("\\s", ""));
    }
    String response =
        switch (path) {
          case "experiments/get-by-name" -> "{\"error_code\":\"RESOURCE_DOES_NOT_EXIST\"}";
          case "experiments/create" -> "{\"experiment_id\":\"7\"}";
          case "runs/create" ->
              "{\"run\":{\"info\":{\"run_uuid\":\"r1\",\"run_id\":\"r1\",\"experiment_id\":\"7\"}}}";
          default -> "{}";
        };
    byte[] bytes = response.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(unknown ? 404 : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Test
  void runIsCreatedLoggedAndEnded() throws IOException {
    try (MlflowLog log = new MlflowLog(address(), TensorBoardLogTest.RUN)) {
      log.add(TensorBoardLogTest.epoch(2));
      log.end(false);
    }
    assertThat(calls)
        .extracting(call -> call.replaceFirst(" .*", ""))
        .containsExactly(
            "experiments/create", "runs/create", "runs/log-batch", "runs/log-batch", "runs/update");
    assertThat(calls.get(0)).contains("\"name\":\"tiny\"");
    assertThat(calls.get(1)).contains("\"experiment_id\":\"7\"");
    assertThat(calls.get(2))
        .contains("\"run_id\":\"r1\"", "{\"key\":\"optimizer.name\",\"value\":\"sgd\"}")
        .contains("{\"key\":\"mlflow.runName\",\"value\":\"tiny/0123456789ab\"}");
    assertThat(calls.get(3)).contains("\"key\":\"test/loss\",\"value\":1.0", "\"step\":\"2\"");
    assertThat(calls.get(4)).contains("\"status\":\"FINISHED\"");
  }

  @Test
  void serverThatIsNotThereIsNamed() {
    server.stop(0);
    URI nobody = address();
    assertThatThrownBy(() -> new MlflowLog(nobody, TensorBoardLogTest.RUN))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the MLflow server " + nobody);
  }
}
