package org.lenetlab.app.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lenetlab.api.experiment.Experiment;
import org.lenetlab.api.network.ArchitectureSpec;
import org.lenetlab.api.network.Shape;
import org.lenetlab.api.optimizer.OptimizerSpec;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.Console.Style;
import org.lenetlab.app.cli.ShellLine;
import org.lenetlab.app.config.model.Catalog;
import org.lenetlab.app.machine.BackendChoice;
import org.lenetlab.app.trained.ResultsOption;
import org.lenetlab.results.claim.ClaimTable;
import org.lenetlab.results.claim.Judge;
import org.lenetlab.results.store.ResultsStore;
import org.lenetlab.results.store.RunRecord;
import org.lenetlab.results.store.RunRecord.Outcome;
import org.lenetlab.results.store.RunRecord.Subject;
import org.lenetlab.results.table.RunTable;
import org.lenetlab.results.table.TableFormat;

/** What is told of a study before its first run and after its last. */
public final class StudyReport {
  private final Catalog catalog;

  public StudyReport(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Says what is going to be trained on what. */
  public void begin(Study study, Console console) {
    begin(List.of(study), console);
  }

  /** Says what the trials of an experiment have in common, and how many there are. */
  void begin(List<Study> trials, Console console) {
    Experiment experiment = trials.getFirst().experiment();
    String about = experiment.about().isEmpty() ? "" : ": " + experiment.about();
    console.println(console.styled(Style.BOLD, experiment.name()) + about);
    if (trials.size() > 1) {
      console.println("  sweep     " + sweep(trials));
    }
    console.println("  data      " + common(trials, StudyReport::data));
    console.println("  network   " + common(trials, this::network));
    console.println("  training  " + common(trials, this::training));
    console.println("  backend   " + common(trials, StudyReport::backend));
  }

  /** The values of each axis; only those of a whole grid are all combined. */
  private static String sweep(List<Study> trials) {
    Map<String, Integer> axes = new LinkedHashMap<>();
    for (String axis : trials.getFirst().file().axes().keySet()) {
      axes.put(axis, distinct(trials, study -> study.file().axes().get(axis)).size());
    }
    long combinations =
        axes.values().stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
    return axes.entrySet().stream()
        .map(axis -> axis.getKey() + " (" + axis.getValue() + ")")
        .collect(
            Collectors.joining(
                combinations == trials.size() ? " × " : ", ", trials.size() + " trials: ", ""));
  }

  private static String common(List<Study> trials, Function<Study, String> words) {
    List<String> different = distinct(trials, words);
    return different.size() == 1
        ? different.getFirst()
        : different.size() + " different ones, the first: " + different.getFirst();
  }

  private static List<String> distinct(
      List<Study> trials, Function<Study, @Nullable String> words) {
    return trials.stream().map(words).map(String::valueOf).distinct().toList();
  }

  /**
   * The table of its runs, what they differ in from a sweep's baseline, and the published figures
   * beside them.
   *
   * @param baseline the values by axis of the trials that others are compared with
   */
  void end(
      List<Study> trials,
      Map<String, Set<String>> baseline,
      List<RunRecord> runs,
      ResultsStore store,
      Console console) {
    compare(runs, console);
    if (!baseline.isEmpty()) {
      new BaselineReport(baseline, store, console).print(runs);
    }
    Study study = trials.getFirst();
    if (trials.size() == 1 && Sparkline.fits(console.out().charset())) {
      CurveLine.of(runs)
          .ifPresent(
              curves -> {
                console.println("");
                console.println(curves);
              });
    }
    Divergence.hint(runs)
        .ifPresent(
            hint -> {
              console.println("");
              console.println(hint);
            });
    if (trials.size() == 1 && !study.experiment().expect().isEmpty()) {
      List<Outcome> outcomes =
          runs.stream().map(RunRecord::outcome).filter(Objects::nonNull).toList();
      console.println("");
      console.println(console.styled(Style.BOLD, "Published figures"));
      console
          .out()
          .print(
              TableFormat.CONSOLE.render(
                  ClaimTable.of(
                      Judge.judge(
                          study.experiment().expect(), outcomes, Optional.of(study.network())))));
    }
    console.println("");
    String name = study.experiment().name();
    console.println("kept in " + store.root().resolve(name));
    if (runs.stream().anyMatch(RunRecord::isFinished)) {
      List<String> where = ResultsOption.words(store.root());
      console.println(
          "next: %s, %s"
              .formatted(
                  command("report", List.of(name), where),
                  command("predict", List.of(name, "IMAGE"), where)));
    }
  }

  private static String command(String verb, List<String> arguments, List<String> options) {
    return ShellLine.of(
        Stream.of(List.of("lenet", verb), arguments, options).flatMap(List::stream).toList());
  }

  /** The table that compares runs. */
  void compare(List<RunRecord> runs, Console console) {
    console.println("");
    console.out().print(TableFormat.CONSOLE.render(RunTable.of(runs, false)));
  }

  private static String data(Study study) {
    Subject subject = study.subject();
    Shape shape = study.data().shape();
    String validation =
        subject.validation() == 0 ? "" : "%,d validation, ".formatted(subject.validation());
    return "%s: %,d training, %s%,d test images, %s"
        .formatted(subject.dataset(), subject.training(), validation, subject.test(), shape);
  }

  private String network(Study study) {
    ArchitectureSpec template = study.experiment().architecture().template();
    return "%s: %,d parameters, %,d connections"
        .formatted(
            catalog.nameOf(ArchitectureSpec.class, template),
            study.network().parameterCount(),
            study.network().connectionCount());
  }

  private String training(Study study) {
    Experiment experiment = study.experiment();
    List<Long> seeds = study.seeds();
    int epochs = experiment.training().epochs();
    return "%s, %s, batch size %d, %s"
        .formatted(
            catalog.nameOf(OptimizerSpec.class, experiment.optimizer().method()),
            epochs == 1 ? "1 epoch" : epochs + " epochs",
            experiment.training().batchSize(),
            seeds.size() == 1
                ? "seed " + seeds.getFirst()
                : "seeds " + seeds.getFirst() + "–" + seeds.getLast());
  }

  private static String backend(Study study) {
    BackendChoice choice = study.backend();
    return "%s on %s, %d %s (%s)"
        .formatted(
            choice.name(),
            choice.device().name().toLowerCase(Locale.ROOT),
            study.threads(),
            study.threads() == 1 ? "thread" : "threads",
            choice.reason());
  }
}
