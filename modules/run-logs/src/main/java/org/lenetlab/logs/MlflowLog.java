package org.lenetlab.logs;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.lenetlab.api.experiment.EpochMetrics;
import org.lenetlab.plugin.RunLogs.LoggedRun;
import org.lenetlab.plugin.RunLogs.RunLog;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Param;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.api.proto.Service.RunTag;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.MlflowClientException;

/** A run on an MLflow server: settings as parameters, figures as metrics, the epoch as step. */
final class MlflowLog implements RunLog {
  /** The most that a server takes at once. */
  private static final int MOST_PARAMETERS = 100;

  private static final int LONGEST_VALUE = 500;

  private final URI server;
  private final MlflowClient client;
  private final String id;

  MlflowLog(URI server, LoggedRun run) throws IOException {
    this.server = server;
    client = new MlflowClient(server.toString());
    id =
        asked(
            () -> {
              String experiment =
                  client
                      .getExperimentByName(run.experiment())
                      .map(known -> known.getExperimentId())
                      .orElseGet(() -> client.createExperiment(run.experiment()));
              return client.createRun(experiment).getRunId();
            });
    List<Param> parameters =
        run.settings().entrySet().stream()
            .limit(MOST_PARAMETERS)
            .map(
                setting ->
                    Param.newBuilder()
                        .setKey(setting.getKey())
                        .setValue(shortened(setting.getValue()))
                        .build())
            .toList();
    RunTag name = RunTag.newBuilder().setKey("mlflow.runName").setValue(run.name()).build();
    send(() -> client.logBatch(id, List.of(), parameters, List.of(name)));
  }

  private static String shortened(String value) {
    return value.substring(0, Math.min(value.length(), LONGEST_VALUE));
  }

  @Override
  public void add(EpochMetrics epoch) throws IOException {
    long now = System.currentTimeMillis();
    List<Metric> metrics =
        Figures.of(epoch).entrySet().stream()
            .map(
                figure ->
                    Metric.newBuilder()
                        .setKey(figure.getKey())
                        .setValue(figure.getValue())
                        .setTimestamp(now)
                        .setStep(epoch.epoch())
                        .build())
            .toList();
    send(() -> client.logBatch(id, metrics, List.of(), List.of()));
  }

  @Override
  public void end(boolean failed) throws IOException {
    send(() -> client.setTerminated(id, failed ? RunStatus.FAILED : RunStatus.FINISHED));
  }

  private void send(Runnable request) throws IOException {
    String _ =
        asked(
            () -> {
              request.run();
              return "";
            });
  }

  /** What the server answers, with its faults as faults of input and output. */
  private <T> T asked(Supplier<T> request) throws IOException {
    try {
      return request.get();
    } catch (MlflowClientException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IOException("the MLflow server " + server + ": " + cause.getMessage(), e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
