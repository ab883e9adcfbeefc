package org.lenetlab.results.claim;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lenetlab.results.table.Document;
import org.lenetlab.results.table.TableFormat;

/** What became of the claims of several experiments, as a text. */
public final class ReproductionReport {
  private ReproductionReport() {}

  /** All of it: a section per experiment, and the summary; or one table for programs. */
  public static String render(List<Reproduction> reproductions, TableFormat format) {
    if (format.isForPrograms()) {
      return format.render(ClaimRecords.of(reproductions));
    }
    Document document = new Document(format);
    for (Reproduction reproduction : reproductions) {
      document.heading(reproduction.experiment());
      if (!reproduction.about().isEmpty()) {
        document.paragraph(reproduction.about());
      }
      addTo(document, reproduction);
    }
    return document.paragraph(summary(reproductions)).toString();
  }

  /** The section of one experiment without its heading. */
  public static String section(Reproduction reproduction, TableFormat format) {
    Document document = new Document(format);
    addTo(document, reproduction);
    return document.toString();
  }

  private static void addTo(Document document, Reproduction reproduction) {
    List<Judgement> judgements = reproduction.judgements();
    reproduction.obstacles().forEach(document::paragraph);
    document.table(ClaimTable.of(judgements));
    if (judgements.stream().anyMatch(Judgement::needsTraining)) {
      document.command("Train again", reproduction.commands().train());
    }
    if (!judgements.stream().allMatch(Judgement::needsTraining)) {
      document.command("Count again", reproduction.commands().plan());
    }
  }

  /** One line: {@code 2 experiments, 28 claims: reproduced 27 · not reproduced 1}. */
  public static String summary(List<Reproduction> reproductions) {
    int experiments = reproductions.size();
    return (experiments == 1 ? "1 experiment, " : experiments + " experiments, ")
        + tally(reproductions.stream().flatMap(r -> r.judgements().stream()));
  }

  /** The verdicts of one experiment, counted: {@code 3 claims: reproduced 2 · not measured 1}. */
  public static String tally(Reproduction reproduction) {
    return tally(reproduction.judgements().stream());
  }

  private static String tally(Stream<Judgement> judgements) {
    Map<Verdict, Long> counts =
        judgements.collect(
            Collectors.groupingBy(
                Judgement::verdict, () -> new EnumMap<>(Verdict.class), Collectors.counting()));
    long claims = counts.values().stream().mapToLong(Long::longValue).sum();
    return (claims == 1 ? "1 claim: " : claims + " claims: ")
        + counts.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(" · "));
  }
}
