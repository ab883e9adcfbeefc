package org.lenetlab.app.config;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints diagnostics as compilers do:
 *
 * <pre>
 * error: unknown key 'epoch' in training
 *   --> experiments/mine.yaml:14:12
 *    |
 * 14 | training: {epoch: 5, batch-size: 64}
 *    |            ^^^^^ did you mean 'epochs'?
 * </pre>
 */
public final class Report {
  private static final int WIDEST = 100;

  private Report() {}

  /** All diagnostics, an empty line between two. */
  public static String of(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(Report::of).collect(Collectors.joining("\n"));
  }

  /** One diagnostic; ends with a line break. */
  public static String of(Diagnostic diagnostic) {
    Place place = diagnostic.place();
    String title = diagnostic.isError() ? "error: " : "warning: ";
    String number = place.line() == 0 ? "" : Integer.toString(place.line());
    String margin = " ".repeat(number.length());
    StringBuilder out = new StringBuilder();
    out.append(title).append(diagnostic.message()).append('\n');
    out.append(margin).append("--> ").append(place).append('\n');
    String hint = diagnostic.hint();
    if (place.column() > 0) {
      String before = before(place);
      String caret = before + "^".repeat(place.length());
      boolean beside = caret.length() + 1 + hint.length() <= WIDEST;
      out.append(margin).append(" |\n");
      out.append(number).append(" | ").append(place.text().replace('\t', ' ')).append('\n');
      out.append(margin).append(" | ").append(caret);
      out.append(beside && !hint.isEmpty() ? " " + hint : "").append('\n');
      hint = beside ? "" : hint;
    }
    if (!hint.isEmpty()) {
      out.append(margin).append(" = ").append(hint).append('\n');
    }
    return out.toString();
  }

  /** As many blanks as the text before the place is wide. */
  private static String before(Place place) {
    return place
        .text()
        .codePoints()
        .limit(place.column() - 1L)
        .mapToObj(character -> isWide(character) ? "  " : " ")
        .collect(Collectors.joining());
  }

  /**
   * Whether terminals show a character two columns wide: Chinese, Japanese, Korean, full-width
   * forms.
   */
  private static boolean isWide(int character) {
    return Character.isIdeographic(character)
        || (character >= 0x1100 && character <= 0x115F)
        || (character >= 0x2E80 && character <= 0xA4CF)
        || (character >= 0xAC00 && character <= 0xD7A3)
        || (character >= 0xF900 && character <= 0xFAFF)
        || (character >= 0xFE30 && character <= 0xFE6F)
        || (character >= 0xFF00 && character <= 0xFF60);
  }

  /** Sorted as they stand in their files; the order of files is kept. */
  static List<Diagnostic> sorted(List<Diagnostic> diagnostics) {
    List<String> sources = diagnostics.stream().map(d -> d.place().source()).distinct().toList();
    return diagnostics.stream()
        .distinct()
        .sorted(
            Comparator.<Diagnostic>comparingInt(d -> sources.indexOf(d.place().source()))
                .thenComparingInt(d -> d.place().line())
                .thenComparingInt(d -> d.place().column()))
        .toList();
  }
}
