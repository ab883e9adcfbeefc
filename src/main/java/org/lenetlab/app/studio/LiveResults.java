package org.lenetlab.app.studio;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.experiment.EpochMetrics;
import org.lenetlab.results.store.ResultsException;
import org.lenetlab.results.store.ResultsStore;
import org.lenetlab.results.store.ResultsStore.Scan;
import org.lenetlab.results.store.ResultsStore.StoredRun;
import org.lenetlab.results.store.RunFolder;

/**
 * The runs below a folder as they are at this moment. The folder may come, change and go; files are
 * read again only after one of them has changed.
 */
final class LiveResults {
  /** What changes with a file: every change is a new file that is moved into the place. */
  private record Version(Path file, FileTime modified, long size, @Nullable Object inode) {}

  /**
   * What is there.
   *
   * @param problems one line for each file that cannot be used
   */
  record Snapshot(List<LiveRun> runs, List<String> problems) {}

  private final Path folder;
  private List<Version> versions = List.of();
  private Snapshot snapshot = new Snapshot(List.of(), List.of());

  /** The results in {@code folder}, which need not exist. */
  LiveResults(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  synchronized Snapshot now() {
    List<Version> found = versions();
    if (!found.equals(versions)) {
      snapshot = found.isEmpty() ? new Snapshot(List.of(), List.of()) : read();
      versions = found;
    }
    return snapshot;
  }

  /**
   * The run of this key.
   *
   * @throws Refusal if it is not there, or not any more
   */
  LiveRun find(String key) {
    return now().runs().stream()
        .filter(run -> run.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    404,
                    "there is no run '%s' in %s; if there was, it has been deleted"
                        .formatted(key, folder)));
  }

  private Snapshot read() {
    Scan scan = ResultsStore.scan(List.of(folder));
    List<String> problems = new ArrayList<>(scan.problems());
    List<LiveRun> runs = new ArrayList<>();
    for (StoredRun run : scan.runs()) {
      List<EpochMetrics> epochs = List.of();
      try {
        epochs = run.files().epochs(run.record().identity());
      } catch (ResultsException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
      runs.add(new LiveRun(run, epochs));
    }
    return new Snapshot(List.copyOf(runs), List.copyOf(problems));
  }

  private List<Version> versions() {
    List<Version> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), ResultsStore.DEPTH, new Watcher(found));
    } catch (IOException e) {
      return List.of(); // the folder itself has gone
    }
    return found;
  }

  /** Steps over what vanishes before its eyes. */
  private static final class Watcher extends SimpleFileVisitor<Path> {
    private final List<Version> found;

    Watcher(List<Version> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (RunFolder.tellsOfProgress(file)) {
        found.add(
            new Version(
                file, attributes.lastModifiedTime(), attributes.size(), attributes.fileKey()));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) {
      return FileVisitResult.CONTINUE;
    }
  }
}
