package org.lenetlab.results.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder of results: {@code <experiment>/<first 12 digits of the identity>/}. */
public final class ResultsStore {
  /** Root, experiment, run, file. */
  private static final int DEPTH = 3;

  private final Path root;

  public ResultsStore(Path root) {
    this.root = root;
  }

  /**
   * A run that has been found.
   *
   * @param folder where its files are
   */
  public record StoredRun(Path folder, RunRecord record) {
    /** Its files. */
    public RunFolder files() {
      return new RunFolder(folder);
    }
  }

  /**
   * What was found under some folders.
   *
   * @param runs by experiment, then in the order in which they were begun, then by seed
   * @param problems one line for each file that cannot be used
   */
  public record Scan(List<StoredRun> runs, List<String> problems) {}

  public Path root() {
    return root;
  }

  /**
   * Makes sure that results can be written, by writing.
   *
   * @throws ResultsException if they cannot
   */
  public void requireWritable() {
    Path probe = root.resolve(".writable");
    AtomicFile.write(probe, "");
    try {
      Files.delete(probe);
    } catch (IOException e) {
      throw ResultsException.cannotWrite(probe, e);
    }
  }

  /** The folder of the run with this identity, which need not exist. */
  public RunFolder folder(String experiment, Identity identity) {
    return new RunFolder(root.resolve(experiment).resolve(identity.shortHash()));
  }

  /**
   * Reads the records of all runs at or under {@code folders}.
   *
   * @throws UncheckedIOException if a folder cannot be read
   */
  public static Scan scan(List<Path> folders) {
    List<StoredRun> runs = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Path folder : folders) {
      for (Path file : records(folder)) {
        RunFolder run = new RunFolder(file.resolveSibling(""));
        try {
          run.record().ifPresent(record -> runs.add(new StoredRun(run.path(), record)));
        } catch (ResultsException e) {
          problems.add(e.getMessage());
        }
      }
    }
    runs.sort(
        Comparator.comparing((StoredRun run) -> run.record.experiment())
            .thenComparing(run -> run.record.started())
            .thenComparing(run -> run.record.identity().seed()));
    return new Scan(List.copyOf(runs), List.copyOf(problems));
  }

  private static List<Path> records(Path folder) {
    try (Stream<Path> files =
        Files.find(
            folder,
            DEPTH,
            (file, attributes) -> attributes.isRegularFile() && file.endsWith(RunFolder.RECORD))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
