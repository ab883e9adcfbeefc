package org.lenetlab.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lenetlab.results.group.Run;
import org.lenetlab.results.store.ResultsException;
import org.lenetlab.results.store.ResultsStore.StoredRun;
import org.lenetlab.results.store.RunRecord;
import org.lenetlab.results.table.RunTable;

/** The report of an experiment or a sweep. */
public final class ExperimentReport {
  private final String experiment;
  private final List<StoredRun> runs;
  private final Function<List<StoredRun>, String> again;
  private final List<Trial> trials;

  /**
   * A report.
   *
   * @param runs of one experiment; at least one is finished
   * @param again the command that trains some of them again and compares the bits
   */
  public ExperimentReport(List<StoredRun> runs, Function<List<StoredRun>, String> again) {
    this.runs = inOrderOfTables(runs);
    this.again = again;
    trials = Trial.of(this.runs);
    if (trials.isEmpty()) {
      throw new IllegalArgumentException("no finished run");
    }
    experiment = runs.getFirst().record().experiment();
  }

  private static List<StoredRun> inOrderOfTables(List<StoredRun> runs) {
    Map<RunRecord, StoredRun> stored = new LinkedHashMap<>();
    runs.forEach(run -> stored.put(run.record(), run));
    return Run.sorted(Run.of(List.copyOf(stored.keySet()))).stream()
        .map(run -> Objects.requireNonNull(stored.get(run.record())))
        .toList();
  }

  /** The run whose network is shown: the first of the best trial. */
  public StoredRun shown() {
    return best().runs().getFirst();
  }

  private Trial best() {
    return trials.stream().max(Comparator.comparingDouble(Trial::quality)).orElseThrow();
  }

  /**
   * Writes {@code <experiment>.html} and a folder of pictures beside it.
   *
   * @param about the experiment, a line; may be empty
   * @param insight into the network of {@link #shown}, or null
   * @param obstacle why there is none, where there is none; may be empty
   * @param made by what
   * @return the page
   * @throws org.lenetlab.results.store.ResultsException if that cannot be written
   */
  public Path write(
      Path folder, String about, @Nullable Insight insight, String obstacle, String made) {
    List<Section> sections = sections(insight, obstacle);
    ReportFiles files = new ReportFiles(folder, experiment);
    sections.forEach(section -> section.figures().forEach(files::write));
    return files.write(Page.html(experiment, about, sections, made));
  }

  private List<Section> sections(@Nullable Insight insight, String obstacle) {
    StoredRun shown = shown();
    Trial best = best();
    List<Section> sections = new ArrayList<>();
    List<RunRecord> records = runs.stream().map(StoredRun::record).toList();
    sections.add(
        new Section("results", "Results")
            .content(TableView.of(RunTable.of(records, false), "Table of results")));
    SweepCharts.of(trials)
        .ifPresent(chart -> sections.add(new Section("sweep", "Sweep").figure(chart)));
    sections.add(CurveSections.learning(trials));
    CurveSections.rates(best).ifPresent(sections::add);
    sections.add(CurveSections.times(best));
    sections.add(confusion(shown, insight));
    if (insight != null) {
      sections.add(AnswerSections.mistakes(insight));
      NetworkSections.kernels(insight).ifPresent(sections::add);
      sections.add(NetworkSections.layers(insight));
      NetworkSections.targets(insight).ifPresent(sections::add);
    } else if (!obstacle.isEmpty()) {
      sections.add(
          new Section("network", "Network")
              .paragraph("What the network has learnt is not shown: " + obstacle));
    }
    sections.add(OriginSection.of(shown, again.apply(best.runs())));
    return sections;
  }

  private static Section confusion(StoredRun shown, @Nullable Insight insight) {
    List<String> classes = insight == null ? List.of() : insight.classes();
    try {
      Confusion confusion = Confusion.of(shown.predictions());
      return AnswerSections.confusion(confusion, shown.record().id(), classes);
    } catch (ResultsException e) {
      return new Section("confusion", "Confusion matrix").paragraph("Not shown: " + e.getMessage());
    }
  }
}
