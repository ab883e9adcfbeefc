package org.lenetlab.results.table;

/** The forms that a table can be given. */
public enum TableFormat {
  CONSOLE,
  MARKDOWN,
  CSV,
  LATEX;

  /** The table as text, each line ended. */
  public String render(ResultTable table) {
    return switch (this) {
      case CONSOLE -> ConsoleRenderer.render(table.folded());
      case MARKDOWN -> MarkdownRenderer.render(table.folded());
      case CSV -> CsvRenderer.render(table);
      case LATEX -> LatexRenderer.render(table.folded());
    };
  }
}
