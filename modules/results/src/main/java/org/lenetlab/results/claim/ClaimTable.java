package org.lenetlab.results.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lenetlab.results.table.Cell;
import org.lenetlab.results.table.Column;
import org.lenetlab.results.table.ResultTable;

/** Judgements as a table for readers, with the errata of the sources as its footnotes. */
public final class ClaimTable {
  private static final List<Column> COLUMNS =
      List.of(
          Column.figure("claim", "claim", 0),
          Column.setting("source", "source"),
          Column.figure("published", "published", 0),
          Column.figure("ours", "ours", 0),
          Column.figure("range", "min–max", 0),
          Column.figure("interval", "95 % interval", 2),
          Column.figure("rule", "reproduced if", 0),
          Column.figure("verdict", "verdict", 0));

  private ClaimTable() {}

  /** One row per judgement. */
  public static ResultTable of(List<Judgement> judgements) {
    List<List<Cell>> rows = new ArrayList<>();
    List<String> errata = new ArrayList<>();
    for (Judgement judgement : judgements) {
      String erratum = judgement.claim().erratum();
      if (!erratum.isEmpty() && !errata.contains(erratum)) {
        errata.add(erratum);
      }
      rows.add(row(judgement, erratum.isEmpty() ? "" : mark(errata.indexOf(erratum))));
    }
    List<String> notes = new ArrayList<>();
    for (int i = 0; i < errata.size(); i++) {
      notes.add(mark(i).strip() + " Erratum: " + errata.get(i));
    }
    return new ResultTable(Map.of(), COLUMNS, rows, notes);
  }

  private static String mark(int index) {
    return " [" + (index + 1) + "]";
  }

  private static List<Cell> row(Judgement judgement, String mark) {
    Measurement measurement = judgement.measurement();
    return List.of(
        text(judgement.subject() + mark),
        text(judgement.claim().source()),
        text(judgement.claimed()),
        text(judgement.ours()),
        text(measurement == null ? "" : measurement.range()),
        measurement == null
            ? new Cell.Empty()
            : measurement.interval().<Cell>map(interval -> interval).orElseGet(Cell.Empty::new),
        text(judgement.rule()),
        text(judgement.outcome()));
  }

  private static Cell text(String text) {
    return text.isEmpty() ? new Cell.Empty() : new Cell.Text(text);
  }
}
