package org.lenetlab.results.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.experiment.Checkpoint;
import org.lenetlab.api.experiment.Checkpoint.Best;
import org.lenetlab.api.experiment.EpochMetrics;
import org.lenetlab.api.optimizer.OptimizerState;
import org.lenetlab.safetensors.Safetensors;
import org.lenetlab.safetensors.SafetensorsException;
import org.lenetlab.safetensors.Tensor;

/** A checkpoint as a safetensors file: vectors are tensors, all else is JSON in the metadata. */
final class CheckpointFile {
  private static final String PARAMETERS = "parameters";
  private static final String BEST = "best";
  private static final String OPTIMIZER = "optimizer/";
  private static final String IDENTITY = "identity";
  private static final String PROGRESS = "progress";

  private record Progress(
      List<EpochMetrics> epochs,
      Map<String, Long> counters,
      @Nullable Integer bestEpoch,
      @Nullable Double bestValue) {}

  private CheckpointFile() {}

  static void write(Path file, String identity, Checkpoint checkpoint) {
    List<Tensor> tensors = new ArrayList<>();
    tensors.add(vector(PARAMETERS, checkpoint.parameters()));
    checkpoint.optimizer().vectors().forEach((n, v) -> tensors.add(vector(OPTIMIZER + n, v)));
    Best best = checkpoint.best();
    if (best != null) {
      tensors.add(vector(BEST, best.parameters()));
    }
    Progress progress =
        new Progress(
            checkpoint.epochs(),
            checkpoint.optimizer().counters(),
            best == null ? null : best.epoch(),
            best == null ? null : best.value());
    Map<String, String> metadata = Map.of(IDENTITY, identity, PROGRESS, Json.pretty(progress));
    AtomicFile.write(file, out -> new Safetensors(metadata, tensors).writeTo(out));
  }

  private static Tensor vector(String name, float[] values) {
    return Tensor.ofFloats(name, List.of(values.length), values);
  }

  /**
   * The checkpoint in {@code file}; empty if there is no such file.
   *
   * @throws ResultsException if the file is not a checkpoint of the run with this identity
   */
  static Optional<Checkpoint> read(Path file, String identity) {
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    try {
      Safetensors content = Safetensors.read(file);
      if (!identity.equals(content.metadata().get(IDENTITY))) {
        throw new IllegalArgumentException("it belongs to another run");
      }
      return Optional.of(checkpoint(content));
    } catch (SafetensorsException | JsonProcessingException | IllegalArgumentException e) {
      throw ResultsException.broken(file, e);
    }
  }

  private static Checkpoint checkpoint(Safetensors content) throws JsonProcessingException {
    String text = content.metadata().getOrDefault(PROGRESS, "");
    Progress progress = Json.read(text, Progress.class);
    Map<String, float[]> vectors = new HashMap<>();
    content.tensors().values().stream()
        .filter(tensor -> tensor.name().startsWith(OPTIMIZER))
        .forEach(t -> vectors.put(t.name().substring(OPTIMIZER.length()), t.floats()));
    Best best =
        progress.bestEpoch == null || progress.bestValue == null
            ? null
            : new Best(progress.bestEpoch, progress.bestValue, content.get(BEST).floats());
    return new Checkpoint(
        content.get(PARAMETERS).floats(),
        new OptimizerState(vectors, progress.counters),
        progress.epochs,
        best);
  }
}
