package org.lenetlab.results.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A folder of results: {@code <experiment>/<first 12 digits of the identity>/}. */
public final class ResultsStore {
  /** How deep files of runs lie below its root: experiment, run, file. */
  public static final int DEPTH = 3;

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

    /** What no other run has: experiments of different names may have runs in common. */
    private String key() {
      return record.experiment() + "/" + record.hash();
    }

    /**
     * What the finished run predicts for the test examples.
     *
     * @throws ResultsException if that was not kept
     */
    public Predictions predictions() {
      return new RunFolder(folder).predictions();
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
   * Makes sure that results can be written, by making a file.
   *
   * @throws ResultsException if they cannot
   */
  public void requireWritable() {
    try {
      Files.createDirectories(root);
      Files.delete(Files.createTempFile(root, ".writable", null));
    } catch (IOException e) {
      throw ResultsException.cannotWrite(root, e);
    }
  }

  /** The folder of the run with this identity, which need not exist. */
  public RunFolder folder(String experiment, Identity identity) {
    return new RunFolder(root.resolve(experiment).resolve(identity.shortHash()));
  }

  /**
   * Reads the records of all runs at or under {@code folders}, several at once. A run that is found
   * twice counts once: in the same file silently, in a copy as a problem.
   */
  public static Scan scan(List<Path> folders) {
    RecordFinder finder = new RecordFinder();
    folders.forEach(finder::search);
    List<String> problems = new ArrayList<>(finder.problems());
    Map<String, StoredRun> runs = new LinkedHashMap<>();
    for (Found found : finder.files().parallelStream().map(ResultsStore::read).toList()) {
      switch (found) {
        case Found.Problem(String words) -> problems.add(words);
        case Found.Usable(StoredRun run) -> {
          StoredRun other = runs.putIfAbsent(run.key(), run);
          if (other != null) {
            problems.add(run.folder + " is the same run as " + other.folder);
          }
        }
      }
    }
    return new Scan(
        runs.values().stream()
            .sorted(
                Comparator.comparing((StoredRun run) -> run.record.experiment())
                    .thenComparing(run -> run.record.started())
                    .thenComparing(run -> run.record.identity().seed()))
            .toList(),
        List.copyOf(problems));
  }

  private sealed interface Found {
    record Usable(StoredRun run) implements Found {}

    record Problem(String words) implements Found {}
  }

  private static Found read(Path file) {
    RunFolder folder = new RunFolder(file.resolveSibling(""));
    try {
      return folder
          .record()
          .<Found>map(record -> new Found.Usable(new StoredRun(folder.path(), record)))
          .orElseGet(() -> new Found.Problem(file + " has gone"));
    } catch (ResultsException e) {
      return new Found.Problem(String.valueOf(e.getMessage()));
    }
  }
}
