package org.lenetlab.results.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ConsoleRendererTest {
  private static final String LONG = "o".repeat(75);

  private static ResultTable table(int columns, int rows) {
    return new ResultTable(
        Map.of(),
        IntStream.range(0, columns)
            .mapToObj(c -> Column.figure("k" + c, "column " + c, 0))
            .toList(),
        IntStream.range(0, rows)
            .mapToObj(
                row ->
                    IntStream.range(0, columns).<Cell>mapToObj(c -> new Cell.Text(LONG)).toList())
            .toList(),
        List.of("a note"));
  }

  @Test
  void columnsThatFitStandSideBySide() {
    assertThat(TableFormat.CONSOLE.render(table(2, 1)))
        .isEqualTo(
            """
            column 0%1$s   column 1
            %2$s
            %3$s   %3$s
            a note
            """
                .formatted(" ".repeat(67), "─".repeat(153), LONG));
  }

  @Test
  void wideTableIsBrokenIntoBlocksWithNumberedRows() {
    String rule = "─".repeat(157);
    assertThat(TableFormat.CONSOLE.render(table(3, 2)))
        .isEqualTo(
            """
            #   column 0%1$s   column 1
            %2$s
            1   %3$s   %3$s
            2   %3$s   %3$s

            #   column 2
            %4$s
            1   %3$s
            2   %3$s
            a note
            """
                .formatted(" ".repeat(67), rule, LONG, "─".repeat(79)));
  }

  @Test
  void singleRowNeedsNoNumber() {
    assertThat(TableFormat.CONSOLE.render(table(3, 1)))
        .startsWith("column 0")
        .contains("\n\ncolumn 2\n");
  }
}
