package org.lenetlab.results.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lenetlab.api.experiment.Checkpoint;
import org.lenetlab.api.experiment.EpochMetrics;
import org.lenetlab.api.network.Network;

/** The files of one run. */
public final class RunFolder {
  static final String RECORD = "run.json";
  private static final String EPOCHS = "epochs.csv";

  private final Path path;

  RunFolder(Path path) {
    this.path = path;
  }

  /** Whether a folder has the record of a run. */
  public static boolean isAt(Path folder) {
    return Files.exists(folder.resolve(RECORD));
  }

  /** Whether a file is one that changes whenever its run gets on. */
  public static boolean tellsOfProgress(Path file) {
    return file.endsWith(RECORD) || file.endsWith(EPOCHS);
  }

  public Path path() {
    return path;
  }

  /** What is known of the run, {@code run.json}. */
  Path recordFile() {
    return path.resolve(RECORD);
  }

  /** The experiment with all its defaults, for this run. */
  public Path experimentFile() {
    return path.resolve("experiment.yaml");
  }

  /** The figures of the epochs, for other programs to read. */
  Path epochsFile() {
    return path.resolve(EPOCHS);
  }

  /** The loss of every step, where the experiment asks for it. */
  Path stepsFile() {
    return path.resolve("steps.csv");
  }

  /** The label and the predicted class of every test example. */
  Path predictionsFile() {
    return path.resolve("predictions.csv");
  }

  /** The parameters of the chosen epoch. */
  public Path weightsFile() {
    return path.resolve("weights.safetensors");
  }

  /** The parameters of the last epoch, where early stopping chose an earlier one. */
  Path lastWeightsFile() {
    return path.resolve("weights-last.safetensors");
  }

  /**
   * Keeps the gradients of the first step.
   *
   * @param gradients in canonical order
   * @return the file
   */
  public Path writeGradients(Network network, float[] gradients) {
    Path file = path.resolve("gradients.safetensors");
    WeightsFile.write(file, network, gradients, Map.of());
    return file;
  }

  Path checkpointFile() {
    return path.resolve("checkpoint.safetensors");
  }

  /**
   * Takes the right to write here; creates the folder.
   *
   * @param waiting called once if another process is at it
   * @throws ResultsException if the folder cannot be written
   */
  public RunLock lock(Runnable waiting) {
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw ResultsException.cannotWrite(path, e);
    }
    return RunLock.take(lockFile(), waiting);
  }

  /** Whether a process is at it now. */
  public boolean isBeingWritten() {
    return RunLock.isTaken(lockFile());
  }

  private Path lockFile() {
    return path.resolve(".lock");
  }

  /**
   * What is known of the run; empty if it was never begun.
   *
   * @throws ResultsException if the file is torn or of another kind
   */
  public Optional<RunRecord> record() {
    Path file = recordFile();
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.read(Files.readString(file), RunRecord.class));
    } catch (IOException e) {
      throw ResultsException.broken(file, e);
    }
  }

  /**
   * Replaces what is known of the run, whose lock is held.
   *
   * @throws ResultsException if that fails
   */
  public void write(RunRecord record) {
    AtomicFile.write(recordFile(), Json.pretty(record));
  }

  /**
   * All of the run's files by name, for another machine to go on with.
   *
   * @throws ResultsException if one cannot be read
   */
  public Map<String, byte[]> contents() {
    if (Files.notExists(path)) {
      return Map.of();
    }
    Map<String, byte[]> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        if (!name.startsWith(".")) { // the lock, and what was never finished
          contents.put(name, Files.readAllBytes(file));
        }
      }
    } catch (IOException e) {
      throw ResultsException.broken(path, e);
    }
    return contents;
  }

  /**
   * Takes over what another machine made of the run, whose lock is held. The record is written
   * last, so that a finished run has all its files.
   *
   * @throws ResultsException if that fails
   */
  public void take(Map<String, byte[]> contents) {
    contents.forEach(
        (name, bytes) -> {
          if (!name.equals(RECORD)) {
            AtomicFile.write(path.resolve(name), out -> out.write(bytes));
          }
        });
    byte[] record = contents.get(RECORD);
    if (record != null) {
      AtomicFile.write(recordFile(), out -> out.write(record));
    }
    if (!contents.containsKey(checkpointFile().getFileName().toString())) {
      deleteCheckpoint();
    }
  }

  /** A finished run needs it no more. */
  void deleteCheckpoint() {
    try {
      Files.deleteIfExists(checkpointFile());
    } catch (IOException e) {
      throw ResultsException.cannotWrite(checkpointFile(), e);
    }
  }

  /**
   * What the finished run predicts for the test examples.
   *
   * @throws ResultsException if the file is missing or of another kind
   */
  public Predictions predictions() {
    return PredictionsCsv.read(predictionsFile());
  }

  /**
   * The figures of the epochs that the run with this identity has behind it.
   *
   * @throws ResultsException if a file is torn or belongs to another run
   */
  public List<EpochMetrics> epochs(Identity identity) {
    return record()
        .flatMap(known -> Optional.ofNullable(known.outcome()))
        .map(RunRecord.Outcome::epochs)
        .or(() -> checkpoint(identity).map(Checkpoint::epochs))
        .orElse(List.of());
  }

  /**
   * Where the interrupted run with this identity can go on; empty if no epoch was finished.
   *
   * @throws ResultsException if the file is torn or belongs to another run
   */
  public Optional<Checkpoint> checkpoint(Identity identity) {
    return CheckpointFile.read(checkpointFile(), identity.hash());
  }
}
