package org.lenetlab.app.report;

import com.google.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.lenetlab.app.cli.Command;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.Console.Style;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.app.cli.UserException;
import org.lenetlab.app.cli.ValueOption;
import org.lenetlab.app.cli.Version;
import org.lenetlab.app.machine.BackendResolver;
import org.lenetlab.app.machine.DataOptions;
import org.lenetlab.app.trained.Again;
import org.lenetlab.app.trained.ResultsOption;
import org.lenetlab.app.trained.RunFinder;
import org.lenetlab.app.trained.TrainedRuns;
import org.lenetlab.report.ExperimentReport;
import org.lenetlab.results.store.ResultsStore;
import org.lenetlab.results.store.ResultsStore.Scan;
import org.lenetlab.results.store.ResultsStore.StoredRun;

/** {@code lenet report}. */
public final class ReportCommand implements Command {
  private static final String TO = "to";
  private static final String IMAGE = "image";

  private final TrainedRuns trained;
  private final BackendResolver backends;

  @Inject
  ReportCommand(TrainedRuns trained, BackendResolver backends) {
    this.trained = trained;
    this.backends = backends;
  }

  @Override
  public String name() {
    return "report";
  }

  @Override
  public String summary() {
    return "Writes a page with curves, tables and pictures for each experiment or sweep";
  }

  @Override
  public String arguments() {
    return "[FOLDER|EXPERIMENT|RUN…]";
  }

  @Override
  public String example() {
    return "lenet report results/quickstart --to reports";
  }

  @Override
  public Options options() {
    Options options = ResultsOption.addTo(DataOptions.addTo(new Options()));
    options.addOption(
        ValueOption.of(TO, "DIR", "where pages and pictures are written; default: reports"));
    return options.addOption(
        ValueOption.of(
            IMAGE, "N", "the test image that is followed through the network; default: 0"));
  }

  @Override
  public ExitCode run(CommandLine line, Console console) {
    int image = image(line);
    Path folder = Path.of(line.getOptionValue(TO, "reports"));
    List<StoredRun> runs = runs(line, console);
    Map<String, List<StoredRun>> experiments =
        runs.stream()
            .collect(
                Collectors.groupingBy(
                    run -> run.record().experiment(), LinkedHashMap::new, Collectors.toList()));
    int written = 0;
    for (Map.Entry<String, List<StoredRun>> experiment : experiments.entrySet()) {
      if (experiment.getValue().stream().noneMatch(run -> run.record().isFinished())) {
        leaveOut("no run of " + experiment.getKey() + " is finished", console);
      } else {
        ExperimentReport report = new ExperimentReport(experiment.getValue(), Again::command);
        RunInsights insights = new RunInsights(trained, backends, line, console);
        Shown shown = insights.of(report.shown(), image);
        Path page =
            report.write(
                folder, shown.about(), shown.insight(), shown.obstacle(), Version.current());
        console.println("written to " + page);
        written++;
      }
    }
    if (written == 0) {
      throw new UserException("there is no finished run to report on; lenet run goes on with them");
    }
    return ExitCode.SUCCESS;
  }

  private static int image(CommandLine line) {
    String word = line.getOptionValue(IMAGE, "0");
    if (!word.matches("[0-9]{1,8}")) {
      throw new UserException("--image: expected the number of a test image, not '" + word + "'");
    }
    return Integer.parseInt(word);
  }

  private static List<StoredRun> runs(CommandLine line, Console console) {
    Path results = ResultsOption.folder(line);
    List<Path> folders =
        line.getArgList().isEmpty()
            ? List.of(existing(results))
            : line.getArgList().stream().map(name -> folder(name, results)).toList();
    Scan scan = ResultsStore.scan(folders);
    scan.problems().forEach(problem -> leaveOut(problem, console));
    if (scan.runs().isEmpty()) {
      throw new UserException(
          "there are no runs in "
              + folders.stream().map(Path::toString).collect(Collectors.joining(", ")));
    }
    return scan.runs();
  }

  private static Path existing(Path results) {
    if (!Files.isDirectory(results)) {
      throw new UserException(
          "there is no folder of results "
              + results
              + "; lenet run makes one, --results names another");
    }
    return results;
  }

  /** A folder, an experiment among the results, or a run. */
  private static Path folder(String name, Path results) {
    if (Files.isDirectory(Path.of(name))) {
      return Path.of(name);
    }
    Path experiment = results.resolve(name);
    return Files.isDirectory(experiment) ? experiment : new RunFinder(results).find(name).folder();
  }

  private static void leaveOut(String problem, Console console) {
    console.err().println(console.styled(Style.YELLOW, "left out:") + " " + problem);
  }
}
