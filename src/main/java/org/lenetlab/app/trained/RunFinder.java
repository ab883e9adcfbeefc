package org.lenetlab.app.trained;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lenetlab.app.cli.DidYouMean;
import org.lenetlab.app.cli.UserException;
import org.lenetlab.results.group.Axis;
import org.lenetlab.results.group.Run;
import org.lenetlab.results.store.ResultsStore;
import org.lenetlab.results.store.ResultsStore.Scan;
import org.lenetlab.results.store.ResultsStore.StoredRun;
import org.lenetlab.results.store.RunFolder;

/**
 * Finds runs by what the user types: an id as {@code lenet table --each} prints it or the beginning
 * of it, the path of a folder, or the name of an experiment.
 */
public final class RunFinder {
  private static final int MOST_LISTED = 10;

  /** Settings by which listed runs are told apart. */
  private static final int MOST_AXES = 3;

  private final Path results;

  /** A finder among the runs below the folder {@code results}. */
  public RunFinder(Path results) {
    this.results = results;
  }

  /**
   * The one finished run that is meant.
   *
   * @throws UserException if there is none or more than one, or if none is finished; the message
   *     names those that could be meant
   */
  public StoredRun find(String typed) {
    List<StoredRun> runs = findAll(typed);
    List<StoredRun> finished = runs.stream().filter(run -> run.record().isFinished()).toList();
    if (runs.isEmpty()) {
      throw new UserException("there is no run in " + typed);
    }
    if (finished.isEmpty()) {
      StoredRun run = runs.getFirst();
      String failure = run.record().failure();
      throw new UserException(
          failure == null
              ? name(run) + " is not finished yet; lenet run goes on with it"
              : name(run) + " failed: " + failure);
    }
    if (finished.size() > 1) {
      throw moreThanOne(typed, finished);
    }
    return finished.getFirst();
  }

  /**
   * All runs that are meant, at least one.
   *
   * @throws UserException if there is none, or if {@code typed} is the beginning of several ids
   */
  public List<StoredRun> findAll(String typed) {
    Path folder = Path.of(typed);
    boolean isPath = typed.contains(File.separator) || typed.contains("/");
    if (Files.isDirectory(folder) && (isPath || RunFolder.isAt(folder))) {
      return usable(ResultsStore.scan(List.of(folder)), "there are no runs in " + folder);
    }
    if (isPath) {
      throw new UserException("there is no folder " + typed);
    }
    if (!Files.isDirectory(results)) {
      throw new UserException(
          "there is no folder of results "
              + results
              + "; lenet run makes one, --results names another");
    }
    List<StoredRun> runs =
        usable(
            ResultsStore.scan(List.of(results)),
            "there is no run '" + typed + "': there are none in " + results);
    List<StoredRun> ofExperiment =
        runs.stream().filter(run -> run.record().experiment().equals(typed)).toList();
    return ofExperiment.isEmpty() ? withId(typed, runs) : ofExperiment;
  }

  private List<StoredRun> withId(String typed, List<StoredRun> runs) {
    String lower = typed.toLowerCase(Locale.ROOT);
    List<StoredRun> matching =
        runs.stream().filter(run -> run.record().hash().startsWith(lower)).toList();
    if (matching.isEmpty() || typed.isEmpty()) {
      throw new UserException(unknown(typed, runs));
    }
    if (matching.size() > 1) {
      throw moreThanOne(typed, matching);
    }
    return matching;
  }

  private static UserException moreThanOne(String typed, List<StoredRun> runs) {
    return new UserException(
        "'" + typed + "' is more than one run; name one of them by its id:" + listing(runs));
  }

  /** A run's file that cannot be read is told when nothing else is there. */
  private static List<StoredRun> usable(Scan scan, String otherwise) {
    if (scan.runs().isEmpty()) {
      throw new UserException(
          Stream.concat(Stream.of(otherwise), scan.problems().stream())
              .collect(Collectors.joining("\n")));
    }
    return scan.runs();
  }

  private String unknown(String typed, List<StoredRun> runs) {
    List<String> known = new ArrayList<>();
    for (StoredRun run : runs) {
      known.add(run.record().id());
      known.add(run.record().experiment());
    }
    return "there is no run '"
        + typed
        + "' in "
        + results
        + DidYouMean.question(typed, known)
        + "; the last ones are"
        + listing(runs.subList(Math.max(0, runs.size() - MOST_LISTED), runs.size()));
  }

  private static String listing(List<StoredRun> runs) {
    List<Run> all = Run.of(runs.stream().map(StoredRun::record).toList());
    List<Axis> axes =
        Run.tried(all).stream().limit(MOST_AXES).map(path -> new Axis(path, all)).toList();
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < Math.min(runs.size(), MOST_LISTED); i++) {
      Run run = all.get(i);
      lines.append("\n  ").append(name(runs.get(i)));
      axes.forEach(
          axis -> lines.append(", ").append(axis.title()).append(' ').append(axis.label(run)));
    }
    if (runs.size() > MOST_LISTED) {
      lines.append("\n  and ").append(runs.size() - MOST_LISTED).append(" more");
    }
    return lines.toString();
  }

  /** As in {@code 0123456789ab quickstart, seed 1}. */
  private static String name(StoredRun run) {
    return "%s %s, seed %d"
        .formatted(run.record().id(), run.record().experiment(), run.record().identity().seed());
  }
}
