package org.lenetlab.app.fidelity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.lenetlab.api.experiment.Experiment;
import org.lenetlab.app.config.Spelling;
import org.lenetlab.results.table.Cell;
import org.lenetlab.results.table.Column;
import org.lenetlab.results.table.Document;
import org.lenetlab.results.table.ResultTable;
import org.lenetlab.results.table.TableFormat;

/** How an experiment compares with the known LeNets, as a text. */
final class FidelityReport {
  private static final List<Column> DEVIATION_COLUMNS =
      Stream.of("what", "1998", "here").map(title -> Column.figure(title, title, 0)).toList();

  /** What the reference had to choose, because the paper does not say or does not work. */
  private static final List<Choice> CHOICES =
      List.of(
          new Choice(
              "initial",
              "Initial values: the paper's appendix A draws weights in ±2.4/fan-in;"
                  + " ±1/√fan-in, with coefficients of 1, is the choice of lenet5-classic.yaml."),
          new Choice(
              "loss",
              "Loss: the paper leaves open which of its equations 8 and 9 gave its figure, and j;"
                  + " these and the scale are the choice of lenet5-classic.yaml."));

  private record Choice(String aspect, String words) {}

  private final KnownLenets known;
  private final Spelling spelling;

  FidelityReport(KnownLenets known, Spelling spelling) {
    this.known = known;
    this.spelling = spelling;
  }

  /** The whole text; for programs, the table of deviations alone. */
  String of(Subject subject, TableFormat format) {
    List<Deviation> deviations = deviations(subject);
    if (format.isForPrograms()) {
      return format.render(table(deviations));
    }
    Experiment experiment = subject.experiment();
    Document document = new Document(format).heading(experiment.name());
    if (!experiment.about().isEmpty()) {
      document.paragraph(experiment.about());
    }
    document.paragraph("Which LeNet is this? " + recognized(subject));
    document.paragraph(summary(deviations.size()));
    if (!deviations.isEmpty()) {
      document.table(table(deviations));
    }
    for (Choice choice : CHOICES) {
      if (deviations.stream().anyMatch(found -> found.aspect().startsWith(choice.aspect))) {
        document.paragraph(choice.words);
      }
    }
    return document.table(CountTable.of(known.reference().subject(), subject)).toString();
  }

  private String recognized(Subject subject) {
    if (!subject.anatomy().hasConvolution()) {
      return "None of them: it has no convolution.";
    }
    Likeness nearest = known.nearest(subject.anatomy());
    String title =
        "%s, %s parameters (experiments/%s)"
            .formatted(
                nearest.known().title(),
                count(nearest.known().subject().network().parameterCount()),
                nearest.known().file());
    return nearest.distance() == 0
        ? "Layer by layer, it is " + title + "."
        : "It is nearest to "
            + title
            + ", and differs from it in "
            + String.join(", ", nearest.differing())
            + ".";
  }

  private String summary(int deviations) {
    String title = known.reference().title();
    return switch (deviations) {
      case 0 -> "No deviations from " + title + ".";
      case 1 -> "1 deviation from " + title + ":";
      default -> deviations + " deviations from " + title + ":";
    };
  }

  private List<Deviation> deviations(Subject subject) {
    Subject reference = known.reference().subject();
    Deviations deviations = new Deviations();
    new InputComparison(spelling, deviations).run(reference, subject);
    new NetworkComparison(reference, subject, spelling, deviations).run();
    new InitialValues(reference.network(), subject.network(), spelling).compare(deviations);
    new TrainingComparison(spelling, deviations).run(reference.experiment(), subject.experiment());
    return deviations.all();
  }

  private static ResultTable table(List<Deviation> deviations) {
    List<List<Cell>> rows =
        deviations.stream()
            .map(
                deviation ->
                    Stream.of(deviation.aspect(), deviation.published(), deviation.here())
                        .<Cell>map(Cell.Text::new)
                        .toList())
            .toList();
    return new ResultTable(Map.of(), DEVIATION_COLUMNS, rows, List.of());
  }

  private static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
