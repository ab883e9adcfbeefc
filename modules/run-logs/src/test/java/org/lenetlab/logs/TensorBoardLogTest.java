package org.lenetlab.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lenetlab.api.experiment.EpochMetrics;
import org.lenetlab.api.experiment.Measure;
import org.lenetlab.plugin.RunLogs.LoggedRun;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.Summary;

final class TensorBoardLogTest {
  static final LoggedRun RUN =
      new LoggedRun("tiny", "tiny/0123456789ab", Map.of("optimizer.name", "sgd", "seed", "1"));

  @TempDir private Path folder;

  static EpochMetrics epoch(int number) {
    return new EpochMetrics(
        number,
        new Measure(1.0 / number, 60, 100),
        null,
        new Measure(2.0 / number, 90, 100),
        0.25,
        null,
        500,
        10);
  }

  /** The events in the file, whose frames are taken apart by the letter of the format. */
  private List<Event> events() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      Path file = files.filter(f -> f.toString().contains("tfevents")).findFirst().orElseThrow();
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
      List<Event> events = new ArrayList<>();
      while (bytes.hasRemaining()) {
        byte[] content = new byte[Math.toIntExact(bytes.getLong())];
        bytes.getInt();
        bytes.get(content);
        bytes.getInt();
        events.add(Event.parseFrom(content));
      }
      return events;
    }
  }

  @Test
  void figuresOfEveryEpochAreScalarsAtItsStep() throws IOException {
    try (TensorBoardLog log = new TensorBoardLog(folder, RUN)) {
      log.add(epoch(1));
      log.add(epoch(2));
      log.end(false);
    }
    List<Event> events = events();
    assertThat(events.getFirst().getFileVersion()).isEqualTo("brain.Event:2");
    Event second = events.getLast();
    assertThat(second.getStep()).isEqualTo(2);
    assertThat(second.getSummary().getValueList())
        .extracting(Summary.Value::getTag)
        .contains("training/loss", "test/accuracy", "learning-rate")
        .doesNotContain("validation/loss");
    assertThat(second.getSummary().getValueList())
        .filteredOn(value -> value.getTag().equals("test/loss"))
        .extracting(Summary.Value::getSimpleValue)
        .containsExactly(1f);
  }

  @Test
  void settingsAreAText() throws IOException {
    try (TensorBoardLog log = new TensorBoardLog(folder, RUN)) {
      log.end(false);
    }
    Summary.Value settings = events().get(1).getSummary().getValue(0);
    assertThat(settings.getMetadata().getPluginData().getPluginName()).isEqualTo("text");
    assertThat(settings.getTensor().getStringVal(0).toStringUtf8())
        .contains("| optimizer.name | sgd |\n| seed | 1 |");
  }

  @Test
  void laterTryReplacesTheEarlierOne() throws IOException {
    for (int i = 0; i < 2; i++) {
      try (TensorBoardLog log = new TensorBoardLog(folder, RUN)) {
        log.add(epoch(1));
      }
    }
    assertThat(events()).hasSize(3);
  }

  /** An empty record: the expected masked CRCs were computed bit by bit from the polynomial. */
  @Test
  void recordsAreFramedAsTensorFlowFramesThem() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TensorFlowRecord.write(new byte[0], out);
    byte[] frame = out.toByteArray();
    assertThat(frame).hasSize(16);
    assertThat(Arrays.copyOfRange(frame, 8, 12)).containsExactly(0x29, 0x03, 0x98, 0x07);
    assertThat(Arrays.copyOfRange(frame, 12, 16)).containsExactly(0xd8, 0xea, 0x82, 0xa2);
  }
}
