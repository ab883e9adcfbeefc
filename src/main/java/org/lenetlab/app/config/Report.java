package org.lenetlab.app.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.config.model.Names;

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

  /** Puts an emphasis on a text, such as {@link Console#styled}. */
  public interface Painter {
    String paint(Console.Style style, String text);
  }

  /** All diagnostics without colours. */
  static String of(List<Diagnostic> diagnostics) {
    return of(diagnostics, (_, text) -> text);
  }

  /** All diagnostics, an empty line between two; ends with a line break. */
  public static String of(List<Diagnostic> diagnostics, Painter painter) {
    return diagnostics.stream().map(d -> of(d, painter)).collect(Collectors.joining("\n"));
  }

  private static String of(Diagnostic diagnostic, Painter painter) {
    Place place = diagnostic.place();
    Console.Style alarm = alarm(diagnostic.severity());
    String title =
        painter.paint(alarm, Names.ofConstant(diagnostic.severity()))
            + painter.paint(Console.Style.BOLD, ": " + diagnostic.message());
    String number = place.line() == 0 ? "" : Integer.toString(place.line());
    String margin = " ".repeat(number.length());
    List<String> lines = new ArrayList<>(List.of(title, frame(margin + "-->", painter) + place));
    String hint = diagnostic.hint();
    if (place.column() > 0) {
      String caret = caret(place);
      boolean beside = caret.length() + 1 + hint.length() <= WIDEST;
      lines.add(frame(margin + " |", painter).stripTrailing());
      lines.add(frame(number + " |", painter) + place.text().replace('\t', ' '));
      lines.add(
          frame(margin + " |", painter)
              + painter.paint(alarm, beside ? (caret + " " + hint).stripTrailing() : caret));
      hint = beside ? "" : hint;
    }
    if (!hint.isEmpty()) {
      lines.add(frame(margin + " =", painter) + hint);
    }
    return String.join("\n", lines) + "\n";
  }

  private static Console.Style alarm(Severity severity) {
    return switch (severity) {
      case ERROR -> Console.Style.RED;
      case WARNING -> Console.Style.YELLOW;
      case NOTE -> Console.Style.CYAN;
    };
  }

  /** The part left of what was written. */
  private static String frame(String text, Painter painter) {
    return painter.paint(Console.Style.CYAN, text) + " ";
  }

  /** Carets under the place, in a terminal's columns. */
  private static String caret(Place place) {
    int[] characters = place.text().codePoints().toArray();
    int from = Math.min(place.column() - 1, characters.length);
    int to = Math.min(from + place.length(), characters.length);
    int width = Math.max(1, width(characters, from, to));
    return " ".repeat(width(characters, 0, from)) + "^".repeat(width);
  }

  private static int width(int[] characters, int from, int to) {
    return Arrays.stream(characters, from, to).map(c -> isWide(c) ? 2 : 1).sum();
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
  public static List<Diagnostic> sorted(List<Diagnostic> diagnostics) {
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
