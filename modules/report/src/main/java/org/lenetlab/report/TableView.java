package org.lenetlab.report;

import static j2html.TagCreator.b;
import static j2html.TagCreator.button;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import j2html.tags.DomContent;
import java.util.List;
import java.util.stream.IntStream;
import org.lenetlab.results.table.ResultTable;

/** A table of results whose headings sort it when they are pressed. */
final class TableView {
  private TableView() {}

  static DomContent of(ResultTable unfolded, String label) {
    ResultTable table = unfolded.folded();
    List<Integer> columns = IntStream.range(0, table.columns().size()).boxed().toList();
    List<Boolean> numeric = columns.stream().map(table::isNumeric).toList();
    List<Integer> rows = IntStream.range(0, table.rows().size()).boxed().toList();
    return div(
        p(each(
                table.caption().entrySet(),
                entry -> span(span(entry.getKey() + " "), b(entry.getValue()))))
            .withClass("facts"),
        scrolling(
            table(
                    thead(tr(each(columns, c -> heading(table, c, numeric.get(c))))),
                    tbody(
                        each(rows, r -> tr(each(columns, c -> cell(table, r, c, numeric.get(c)))))))
                .withClass("sortable"),
            label),
        each(table.notes(), note -> p(note).withClass("note")));
  }

  /** A box that a wide table scrolls in, also by keyboard. */
  static DomContent scrolling(DomContent table, String label) {
    return div(table)
        .withClass("scrolling")
        .attr("role", "region")
        .attr("aria-label", label)
        .attr("tabindex", 0);
  }

  private static DomContent heading(ResultTable table, int column, boolean numeric) {
    return th(button(table.columns().get(column).title()).withType("button"))
        .attr("scope", "col")
        .withCondClass(numeric, "number");
  }

  private static DomContent cell(ResultTable table, int row, int column, boolean numeric) {
    String text = table.text(row, column);
    boolean best = table.rows().get(row).get(column).best();
    return td(best ? b(text) : text(text)).withCondClass(numeric, "number");
  }
}
