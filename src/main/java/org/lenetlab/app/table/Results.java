package org.lenetlab.app.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.Console.Style;
import org.lenetlab.app.cli.DidYouMean;
import org.lenetlab.app.cli.UserException;
import org.lenetlab.app.cli.ValueOption;
import org.lenetlab.app.trained.Again;
import org.lenetlab.app.trained.ResultsOption;
import org.lenetlab.app.trained.RunFinder;
import org.lenetlab.results.group.Condition;
import org.lenetlab.results.group.Figure;
import org.lenetlab.results.group.Run;
import org.lenetlab.results.store.ResultsStore;
import org.lenetlab.results.store.ResultsStore.Scan;
import org.lenetlab.results.store.ResultsStore.StoredRun;
import org.lenetlab.results.store.RunRecord;

/** The stored runs that a command line is about. */
final class Results {
  private static final String WHERE = "where";

  private final List<Run> runs;
  private final Map<String, StoredRun> stored = new HashMap<>();
  private final List<Path> folders;

  private Results(List<StoredRun> found, List<Path> folders) {
    found.forEach(run -> stored.put(key(run.record()), run));
    runs = Run.sorted(Run.of(found.stream().map(StoredRun::record).toList()));
    this.folders = folders;
  }

  private static String key(RunRecord run) {
    return run.experiment() + "/" + run.hash();
  }

  /** Adds {@code --where} to the options of a command. */
  static Options addTo(Options options) {
    return options.addOption(
        ValueOption.of(
            WHERE,
            "CONDITION",
            "only runs such as optimizer.name=adam or test-error<1; several: all"));
  }

  /**
   * Reads the runs that were named, by folders or as {@link RunFinder} finds them. Tells of files
   * that cannot be used.
   *
   * @throws UserException if there is no such folder, or no run
   */
  static Results read(List<String> names, Console console) {
    List<Path> folders = names.stream().flatMap(name -> folders(name).stream()).toList();
    Scan scan = ResultsStore.scan(folders);
    for (String problem : scan.problems()) {
      console.err().println(console.styled(Style.YELLOW, "left out:") + " " + problem);
    }
    if (scan.runs().isEmpty()) {
      throw new UserException("there are no runs in " + String.join(", ", names));
    }
    return new Results(scan.runs(), folders);
  }

  /** What a command line names; the folder of all results where it names nothing. */
  static List<String> names(List<String> typed) {
    return typed.isEmpty() ? List.of(ResultsOption.DEFAULT.toString()) : typed;
  }

  private static List<Path> folders(String name) {
    Path folder = Path.of(name);
    return Files.isDirectory(folder)
        ? List.of(folder)
        : new RunFinder(ResultsOption.DEFAULT)
            .findAll(name).stream().map(StoredRun::folder).toList();
  }

  /** All of them, in an order that does not depend on which was faster. */
  List<Run> runs() {
    return runs;
  }

  /** Those that fulfil the conditions of {@code line}. */
  List<Run> selected(CommandLine line) {
    List<Condition> conditions = conditions(line, WHERE);
    List<Run> selected =
        runs.stream().filter(run -> conditions.stream().allMatch(c -> c.holds(run))).toList();
    if (selected.isEmpty()) {
      throw new UserException("--where: none of " + runs.size() + " runs is such a run");
    }
    return selected;
  }

  /** The same, those from folders that were named first before the others. */
  List<Run> inOrderOfFolders(List<Run> some) {
    return folders.stream()
        .flatMap(folder -> some.stream().filter(run -> isIn(folder, run)))
        .distinct()
        .toList();
  }

  private boolean isIn(Path folder, Run run) {
    return stored(run).folder().startsWith(folder);
  }

  /** The conditions that an option gives. */
  List<Condition> conditions(CommandLine line, String option) {
    String[] values = line.getOptionValues(option);
    List<Condition> conditions = new ArrayList<>();
    for (String value : values == null ? new String[0] : values) {
      try {
        Condition condition = Condition.parse(value);
        requireKnown(option, condition.path(), true);
        conditions.add(condition);
      } catch (IllegalArgumentException e) {
        throw new UserException("--" + option + ": " + e.getMessage(), e);
      }
    }
    return conditions;
  }

  /** The paths that an option gives, with commas between. */
  List<String> paths(CommandLine line, String option) {
    String value = line.getOptionValue(option);
    List<String> paths = value == null ? List.of() : Arrays.asList(value.split("\\s*,\\s*"));
    paths.forEach(path -> requireKnown(option, path, false));
    return paths;
  }

  /**
   * @throws UserException if no run has anything at {@code path}
   */
  void requireKnown(String option, String path, boolean orFigure) {
    NavigableSet<String> known = new TreeSet<>(Run.paths(runs));
    if (orFigure) {
      known.addAll(Figure.keys());
    }
    if (!known.contains(path)) {
      throw new UserException(
          "--"
              + option
              + ": no run has a setting '"
              + path
              + "'"
              + DidYouMean.question(path, known)
              + "\nthere are "
              + String.join(", ", known));
    }
  }

  StoredRun stored(Run run) {
    return Objects.requireNonNull(stored.get(key(run.record())));
  }

  /** The command that goes on with the first of the runs that are not over; none if all are. */
  Optional<String> goingOn(List<Run> some) {
    return some.stream()
        .filter(run -> !run.record().isFinished() && run.record().failure() == null)
        .findFirst()
        .map(run -> Again.goingOn(stored(run)));
  }

  /** The command that trains some of the runs again. */
  String command(List<Run> some) {
    return Again.command(some.stream().map(this::stored).toList());
  }
}
