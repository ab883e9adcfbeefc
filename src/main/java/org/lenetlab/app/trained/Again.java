package org.lenetlab.app.trained;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.lenetlab.app.cli.ShellLine;
import org.lenetlab.results.group.Group;
import org.lenetlab.results.group.Run;
import org.lenetlab.results.store.Identity.Platform;
import org.lenetlab.results.store.ResultsStore.StoredRun;
import org.lenetlab.results.store.RunRecord;

/** The command lines that train stored runs again. */
public final class Again {
  private Again() {}

  /** The commands that train {@code runs} again and compare the bits, seeds in a row together. */
  public static String command(List<StoredRun> runs) {
    IdentityHashMap<RunRecord, StoredRun> stored = new IdentityHashMap<>();
    runs.forEach(run -> stored.put(run.record(), run));
    List<RunRecord> records = runs.stream().map(StoredRun::record).toList();
    List<String> commands = new ArrayList<>();
    for (Group group : Group.repeats(Run.of(records), List.of())) {
      List<Run> bySeed = group.runs().stream().sorted(Comparator.comparing(Run::seed)).toList();
      int from = 0;
      for (int i = 1; i <= bySeed.size(); i++) {
        if (i == bySeed.size() || bySeed.get(i).seed() != bySeed.get(i - 1).seed() + 1) {
          RunRecord first = bySeed.get(from).record();
          commands.add(line(Objects.requireNonNull(stored.get(first)), i - from));
          from = i;
        }
      }
    }
    return commands.stream().collect(Collectors.joining(" && "));
  }

  /** The command that goes on with the experiment of a run. */
  public static String goingOn(StoredRun run) {
    List<String> words = new ArrayList<>(List.of("lenet", "run"));
    words.add(run.files().experimentFile().toString());
    words.addAll(root(run));
    return ShellLine.of(words);
  }

  private static List<String> root(StoredRun run) {
    return ResultsOption.words(run.folder().resolve("../..").normalize());
  }

  private static String line(StoredRun first, int repeats) {
    Platform platform = first.record().identity().platform();
    List<String> words = new ArrayList<>(List.of("lenet", "run"));
    words.add(first.files().experimentFile().toString());
    words.addAll(List.of("--seed", Long.toString(first.record().identity().seed())));
    words.addAll(List.of("--set", "repeats=" + repeats));
    words.addAll(List.of("--set", "device=" + platform.device()));
    words.addAll(List.of("--set", "backend=" + platform.backend()));
    words.addAll(root(first));
    words.add("--again");
    return ShellLine.of(words);
  }
}
