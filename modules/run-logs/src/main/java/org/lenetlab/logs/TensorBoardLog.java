package org.lenetlab.logs;

import com.google.protobuf.ByteString;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lenetlab.api.experiment.EpochMetrics;
import org.lenetlab.plugin.RunLogs.LoggedRun;
import org.lenetlab.plugin.RunLogs.RunLog;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.Summary;
import org.tensorflow.proto.SummaryMetadata;
import org.tensorflow.proto.TensorProto;

/**
 * An event file of TensorBoard: a scalar for each figure, the epoch as step, and the settings as a
 * text. TensorBoard reads it while it grows.
 */
final class TensorBoardLog implements RunLog {
  /** TensorBoard takes for an event file whatever contains {@code tfevents}. */
  private static final String FILE = "events.out.tfevents.0.lenet";

  private static final String VERSION = "brain.Event:2";
  private static final double MILLIS = 1000;

  private final OutputStream out;

  TensorBoardLog(Path folder, LoggedRun run) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path old : files.filter(file -> file.toString().contains("tfevents")).toList()) {
        Files.delete(old);
      }
    }
    out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(FILE)));
    write(event(0).setFileVersion(VERSION));
    write(event(0).setSummary(Summary.newBuilder().addValue(settings(run))));
    out.flush();
  }

  @Override
  public void add(EpochMetrics epoch) throws IOException {
    Summary.Builder summary = Summary.newBuilder();
    Figures.of(epoch)
        .forEach(
            (name, figure) ->
                summary.addValue(
                    Summary.Value.newBuilder().setTag(name).setSimpleValue(figure.floatValue())));
    write(event(epoch.epoch()).setSummary(summary));
    out.flush();
  }

  /** A table in Markdown, which TensorBoard shows under "Text". */
  private static Summary.Value settings(LoggedRun run) {
    String table =
        run.settings().entrySet().stream()
            .map(setting -> "| " + setting.getKey() + " | " + setting.getValue() + " |")
            .sorted()
            .collect(Collectors.joining("\n", "| setting | value |\n|---|---|\n", "\n"));
    return Summary.Value.newBuilder()
        .setTag("settings")
        .setMetadata(
            SummaryMetadata.newBuilder()
                .setPluginData(SummaryMetadata.PluginData.newBuilder().setPluginName("text")))
        .setTensor(
            TensorProto.newBuilder()
                .setDtype(DataType.DT_STRING)
                .addStringVal(ByteString.copyFromUtf8(table)))
        .build();
  }

  private static Event.Builder event(long step) {
    return Event.newBuilder().setWallTime(System.currentTimeMillis() / MILLIS).setStep(step);
  }

  private void write(Event.Builder event) throws IOException {
    TensorFlowRecord.write(event.build().toByteArray(), out);
  }

  @Override
  public void end(boolean failed) throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
