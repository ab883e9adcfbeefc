package org.lenetlab.results.table;

/** The forms that a table can be given. */
public enum TableFormat {
  CONSOLE,
  MARKDOWN,
  CSV,
  LATEX,
  HTML,
  JSON;

  /** The table as text, each line ended. */
  public String render(ResultTable table) {
    return switch (this) {
      case CONSOLE -> ConsoleRenderer.render(table.folded());
      case MARKDOWN -> MarkdownRenderer.render(table.folded());
      case CSV -> CsvRenderer.render(table);
      case LATEX -> LatexRenderer.render(table.folded());
      case HTML -> HtmlRenderer.page(HtmlRenderer.render(table.folded()));
      case JSON -> JsonRenderer.render(table);
    };
  }

  /** Whether programs are to read it: one table, every number in full, no words around it. */
  public boolean isForPrograms() {
    return switch (this) {
      case CSV, JSON -> true;
      case CONSOLE, MARKDOWN, LATEX, HTML -> false;
    };
  }

  /** Whether it has room for the origin of every figure. */
  public boolean hasOrigins() {
    return switch (this) {
      case HTML, JSON -> true;
      case CONSOLE, MARKDOWN, CSV, LATEX -> false;
    };
  }
}
