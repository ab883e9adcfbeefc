package org.lenetlab.results.table;

/** A text of headings, paragraphs and tables, in the form that its tables have. */
public final class Document {
  private final TableFormat format;
  private final StringBuilder text = new StringBuilder();

  public Document(TableFormat format) {
    this.format = format;
  }

  /** Adds a heading. What programs read has none. */
  public Document heading(String title) {
    return switch (format) {
      case CONSOLE -> block(title + "\n");
      case MARKDOWN -> block("## " + title + "\n");
      case LATEX -> block("\\subsection*{" + LatexRenderer.text(title) + "}\n");
      case HTML -> block("<h2>" + HtmlRenderer.text(title) + "</h2>\n");
      case CSV, JSON -> this;
    };
  }

  /** Adds a paragraph. What programs read has none. */
  public Document paragraph(String words) {
    return switch (format) {
      case CONSOLE, MARKDOWN -> block(words + "\n");
      case LATEX -> block(LatexRenderer.text(words) + "\n");
      case HTML -> block("<p>" + HtmlRenderer.text(words) + "</p>\n");
      case CSV, JSON -> this;
    };
  }

  /** Adds a paragraph that says what a command is good for. What programs read has none. */
  public Document command(String purpose, String command) {
    return switch (format) {
      case CONSOLE -> block(purpose + ": " + command + "\n");
      case MARKDOWN -> block(purpose + ": `" + command + "`\n");
      case LATEX ->
          block(LatexRenderer.text(purpose) + ": \\texttt{" + LatexRenderer.text(command) + "}\n");
      case HTML ->
          block(
              "<p>%s: <code>%s</code></p>\n"
                  .formatted(HtmlRenderer.text(purpose), HtmlRenderer.text(command)));
      case CSV, JSON -> this;
    };
  }

  /** Adds a table. */
  public Document table(ResultTable table) {
    return block(
        format == TableFormat.HTML ? HtmlRenderer.render(table.folded()) : format.render(table));
  }

  private Document block(String block) {
    text.append(text.isEmpty() ? "" : "\n").append(block);
    return this;
  }

  /** All that was added, an empty line between two blocks. */
  @Override
  public String toString() {
    return format == TableFormat.HTML ? HtmlRenderer.page(text.toString()) : text.toString();
  }
}
