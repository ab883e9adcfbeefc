package org.lenetlab.app.predict;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Predictions as CSV: a row for each picture, a column for each class. */
final class PredictionTable {
  private final List<String> classes;
  private final StringBuilder text = new StringBuilder("file,class,probability");

  PredictionTable(List<String> classes) {
    this.classes = classes;
    classes.forEach(name -> text.append(',').append(quoted(name)));
    text.append('\n');
  }

  void add(Path file, Prediction prediction) {
    text.append(quoted(file.toString())).append(',');
    text.append(quoted(classes.get(prediction.label())));
    text.append(',').append(number(prediction.probability()));
    for (double probability : prediction.probabilities()) {
      text.append(',').append(number(probability));
    }
    text.append('\n');
  }

  String text() {
    return text.toString();
  }

  private static String number(double probability) {
    return String.format(Locale.ROOT, "%.6f", probability);
  }

  /** RFC 4180. */
  private static String quoted(String cell) {
    return cell.matches("[^\",\r\n]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
  }
}
