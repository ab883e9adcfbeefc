package org.lenetlab.app.reproduce;

import com.google.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.lenetlab.app.check.Checked;
import org.lenetlab.app.check.ExperimentCheck;
import org.lenetlab.app.cli.Command;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.ExitCode;
import org.lenetlab.app.cli.FileArguments;
import org.lenetlab.app.cli.FormatOption;
import org.lenetlab.app.cli.UserException;
import org.lenetlab.app.cli.ValueOption;
import org.lenetlab.app.config.model.Catalog;
import org.lenetlab.app.machine.BackendResolver;
import org.lenetlab.app.run.Session;
import org.lenetlab.app.run.StudyReport;
import org.lenetlab.results.claim.Reproduction;
import org.lenetlab.results.claim.ReproductionReport;
import org.lenetlab.results.store.AtomicFile;
import org.lenetlab.results.table.TableFormat;

/** {@code lenet reproduce}. */
public final class ReproduceCommand implements Command {
  private static final String UNTRAINED = "untrained";
  private static final String OUT = "out";
  private static final String UPDATE = "update";

  /** The place of a document for what is said of all experiments together. */
  private static final String SUMMARY = "summary";

  private final ExperimentCheck check;
  private final BackendResolver backends;
  private final StudyReport report;

  @Inject
  ReproduceCommand(ExperimentCheck check, BackendResolver backends, Catalog catalog) {
    this.check = check;
    this.backends = backends;
    this.report = new StudyReport(catalog);
  }

  @Override
  public String name() {
    return "reproduce";
  }

  @Override
  public String summary() {
    return "Checks every published figure: what the source says, what comes out here, the verdict";
  }

  @Override
  public String arguments() {
    return "[FILE or FOLDER…]";
  }

  @Override
  public String example() {
    return "lenet reproduce experiments/articles --untrained";
  }

  @Override
  public Options options() {
    Options options = FormatOption.addTo(Session.addTo(FileArguments.addTo(new Options())));
    options.addOption(null, UNTRAINED, false, "only what needs no training: counts and shapes");
    options.addOption(
        ValueOption.of(OUT, "FILE", "writes the report to a file instead of the console"));
    return options.addOption(
        ValueOption.of(
            UPDATE, "FILE", "also fills the places of a Markdown file, such as docs/articles.md"));
  }

  @Override
  public ExitCode run(CommandLine line, Console console) {
    TableFormat format = FormatOption.of(line);
    List<Checked> files = ClaimFiles.read(check, line, console);
    List<MarkedFile> documents = documents(line);
    documents.forEach(MarkedFile::places);
    List<Reproduction> reproductions;
    try {
      reproductions =
          line.hasOption(UNTRAINED) ? untrained(files, line) : trained(files, line, console);
    } catch (InterruptedException e) {
      return ExitCode.INTERRUPTED;
    }
    print(ReproductionReport.render(reproductions, format), line, console);
    documents.forEach(document -> fill(document, reproductions, console));
    return reproductions.stream().allMatch(Reproduction::holds)
        ? ExitCode.SUCCESS
        : ExitCode.NOT_REPRODUCED;
  }

  private static List<Reproduction> untrained(List<Checked> files, CommandLine line) {
    List<Reproduction> reproductions =
        files.stream()
            .map(file -> new Reproducer(file, FileArguments.overrides(line)).untrained())
            .filter(reproduction -> !reproduction.judgements().isEmpty())
            .toList();
    if (reproductions.isEmpty()) {
      throw new UserException("--" + UNTRAINED + ": every claim of these files needs training");
    }
    return reproductions;
  }

  /** Tells of the training where results do not go, so that they can be piped. */
  private List<Reproduction> trained(List<Checked> files, CommandLine line, Console console)
      throws InterruptedException {
    Console progress =
        new Console(console.err(), console.err(), console.terminal(), console.colour());
    try (Session session = new Session(line, progress, backends)) {
      List<Reproduction> reproductions = new ArrayList<>();
      for (Checked file : files) {
        Reproducer reproducer = new Reproducer(file, FileArguments.overrides(line));
        reproductions.add(trained(reproducer, session, progress));
      }
      return reproductions;
    }
  }

  private Reproduction trained(Reproducer reproducer, Session session, Console progress)
      throws InterruptedException {
    try {
      Reproduction reproduction = reproducer.trained(session, report, progress);
      progress.println(
          reproduction.experiment() + ": " + ReproductionReport.tally(reproduction) + "\n");
      return reproduction;
    } catch (InterruptedException e) {
      session.interrupted();
      throw e;
    }
  }

  private static void print(String text, CommandLine line, Console console) {
    String file = line.getOptionValue(OUT);
    if (file == null) {
      console.out().print(text);
      return;
    }
    AtomicFile.write(
        Path.of(file), "--" + OUT, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<MarkedFile> documents(CommandLine line) {
    String[] values = line.getOptionValues(UPDATE);
    return values == null
        ? List.of()
        : Stream.of(values).map(Path::of).map(MarkedFile::new).toList();
  }

  private static void fill(MarkedFile document, List<Reproduction> reproductions, Console console) {
    Map<String, String> texts = new HashMap<>();
    texts.put(SUMMARY, ReproductionReport.summary(reproductions));
    for (Reproduction reproduction : reproductions) {
      texts.put(
          reproduction.experiment(),
          ReproductionReport.section(reproduction, TableFormat.MARKDOWN));
    }
    document.fill(texts);
    SequencedSet<String> places = document.places();
    for (String name : texts.keySet().stream().sorted().toList()) {
      if (!places.contains(name)) {
        console.err().println(document + " has no place for " + name);
      }
    }
  }
}
