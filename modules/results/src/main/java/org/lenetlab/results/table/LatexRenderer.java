package org.lenetlab.results.table;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A LaTeX table with the rules of the package booktabs. */
final class LatexRenderer {
  private LatexRenderer() {}

  static String render(ResultTable table) {
    StringBuilder out = new StringBuilder();
    if (!table.caption().isEmpty()) {
      String caption =
          table.caption().entrySet().stream()
              .map(entry -> text(entry.getKey()) + " \\textbf{" + text(entry.getValue()) + "}")
              .collect(Collectors.joining(", "));
      out.append("\\noindent ").append(caption).append("\n\n");
    }
    String alignment =
        IntStream.range(0, table.columns().size())
            .mapToObj(column -> CellText.isNumeric(table, column) ? "r" : "l")
            .collect(Collectors.joining());
    out.append("\\begin{tabular}{").append(alignment).append("} % \\usepackage{booktabs}\n");
    out.append("\\toprule\n");
    out.append(line(table.columns().stream().map(column -> text(column.title())).toList()));
    out.append("\\midrule\n");
    for (List<Cell> row : table.rows()) {
      out.append(
          line(
              IntStream.range(0, row.size())
                  .mapToObj(c -> cell(table.columns().get(c), row.get(c)))
                  .toList()));
    }
    out.append("\\bottomrule\n\\end{tabular}\n");
    table.notes().forEach(note -> out.append('\n').append(text(note)).append('\n'));
    return out.toString();
  }

  private static String line(List<String> cells) {
    return String.join(" & ", cells) + " \\\\\n";
  }

  private static String cell(Column column, Cell cell) {
    if (cell instanceof Cell.Difference(double value, String mark) && !mark.isEmpty()) {
      String number = CellText.of(column, new Cell.Difference(value, ""));
      return text(number) + "$^{" + mark + "}$";
    }
    String text = text(CellText.of(column, cell));
    return cell.best() ? "\\textbf{" + text + "}" : text;
  }

  /** {@code text} with everything escaped or replaced that LaTeX would take as something else. */
  static String text(String text) {
    StringBuilder out = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
        out.append(quoted ? "``" : "''");
      } else {
        out.append(character(c));
        if (c == '-' && text.startsWith("-", i + 1)) {
          out.append("{}"); // no dash
        }
      }
    }
    return out.toString();
  }

  private static String character(char c) {
    return switch (c) {
      case '[', '*' -> "{" + c + "}"; // behind the end of a row they would belong to it
      case '&', '%', '$', '#', '_', '{', '}' -> "\\" + c;
      case '\\' -> "\\textbackslash{}";
      case '~' -> "\\textasciitilde{}";
      case '^' -> "\\textasciicircum{}";
      case '<' -> "\\textless{}";
      case '>' -> "\\textgreater{}";
      case '±' -> "$\\pm$";
      case '×' -> "$\\times$";
      case '·' -> "$\\cdot$";
      case '√' -> "$\\surd$";
      case '−' -> "$-$";
      case '→' -> "$\\to$";
      case 'µ' -> "$\\mu$";
      case 'Σ' -> "$\\Sigma$";
      case '½' -> "$\\frac{1}{2}$";
      case '–' -> "--";
      case '…' -> "\\dots{}";
      default -> String.valueOf(c);
    };
  }
}
