package org.lenetlab.results.claim;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.lenetlab.results.table.Cell;
import org.lenetlab.results.table.Column;
import org.lenetlab.results.table.ResultTable;

/** Judgements as a table, with the sources and their errata below. */
public final class ClaimTable {
  private static final List<Column> COLUMNS =
      Stream.of("claim", "published", "ours", "reproduced if", "verdict")
          .map(title -> Column.figure(title.replace(' ', '-'), title, 0))
          .toList();

  private ClaimTable() {}

  /** One row per judgement. */
  public static ResultTable of(List<Judgement> judgements) {
    List<List<Cell>> rows = judgements.stream().map(ClaimTable::row).toList();
    SequencedSet<String> notes = new LinkedHashSet<>();
    for (Judgement judgement : judgements) {
      notes.add("Source: " + judgement.claim().source());
      if (!judgement.claim().erratum().isEmpty()) {
        notes.add("Erratum (" + judgement.subject() + "): " + judgement.claim().erratum());
      }
    }
    return new ResultTable(Map.of(), COLUMNS, rows, List.copyOf(notes));
  }

  private static List<Cell> row(Judgement judgement) {
    String verdict =
        judgement.detail().isEmpty()
            ? judgement.verdict().toString()
            : judgement.verdict() + ", " + judgement.detail();
    return Stream.of(
            judgement.subject(), judgement.claimed(), judgement.ours(), judgement.rule(), verdict)
        .<Cell>map(Cell.Text::new)
        .toList();
  }
}
