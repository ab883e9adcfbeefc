package org.lenetlab.app.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lenetlab.api.network.Shape;
import org.lenetlab.app.cli.Version;
import org.lenetlab.app.trained.TrainedRun;
import org.lenetlab.onnx.OnnxModel;
import org.lenetlab.onnx.OnnxModel.Description;

/** A run's network as an ONNX model that says how its input must be prepared. */
final class OnnxExport {
  private OnnxExport() {}

  static Export of(TrainedRun run) {
    List<String> summary = summary(run);
    Description description =
        new Description(
            run.record().experiment(),
            Version.number(),
            Stream.concat(Stream.of(run.experiment().about()), summary.stream())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n")),
            Map.of(
                "classes", String.join(",", run.classes()),
                "run", run.record().hash(),
                "dataset", run.record().subject().dataset(),
                "transform", run.file().json("dataset.transform"),
                "experiment", run.file().resolved()));
    byte[] model = OnnxModel.of(run.network(), run.parameters(), description);
    return new Export(out -> out.write(model), summary);
  }

  private static List<String> summary(TrainedRun run) {
    Shape input = run.network().input();
    List<String> lines = new ArrayList<>();
    lines.add(
        "input   %s float32 [batch, %d, %d, %d]: images of %s, prepared as in training: %s"
            .formatted(
                OnnxModel.INPUT,
                input.channels(),
                input.height(),
                input.width(),
                run.record().subject().dataset(),
                preparation(run)));
    boolean distances = run.network().outputsDistances();
    lines.add(
        "output  %s float32 [batch, %d]: the largest is the class%s"
            .formatted(
                OnnxModel.SCORES,
                run.network().classes(),
                distances ? "; the negative distances to the RBF targets" : ""));
    if (distances) {
      lines.add(
          "output  %s float32 [batch, %d]: to the RBF targets; the smallest is the class"
              .formatted(OnnxModel.DISTANCES, run.network().classes()));
    }
    return lines;
  }

  /** Where the experiment sets no map from bytes to values, they are scaled to 0 … 1. */
  private static String preparation(TrainedRun run) {
    boolean mapped = run.experiment().dataset().transform().stream().anyMatch(t -> t.mapsValues());
    String transform = run.file().json("dataset.transform");
    String steps = transform.equals("[]") ? "" : transform;
    String bytes = mapped ? "" : "bytes divided by 255";
    return Stream.of(steps, bytes).filter(s -> !s.isEmpty()).collect(Collectors.joining(", "));
  }
}
