package org.lenetlab.app.predict;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.lenetlab.api.data.Images;
import org.lenetlab.app.cli.Console;
import org.lenetlab.app.cli.Console.Style;
import org.lenetlab.app.data.Picture;
import org.lenetlab.app.data.PictureText;

/** Shows in the terminal what the network sees and what it makes of it. */
final class PredictionText {
  private static final int BAR = 40;

  private final List<String> classes;
  private final Console console;
  private final int width;

  PredictionText(List<String> classes, Console console) {
    this.classes = classes;
    this.console = console;
    width = classes.stream().mapToInt(String::length).max().orElse(0);
  }

  void print(Path file, Images images, Prediction prediction) {
    console.println(
        console.styled(
            Style.BOLD,
            "%s: %s (%s)"
                .formatted(
                    file, classes.get(prediction.label()), percent(prediction.probability()))));
    PictureText.draw(new Picture(images, 0), console);
    for (int i = 0; i < classes.size(); i++) {
      bar(classes.get(i), prediction.probabilities()[i], i == prediction.label());
    }
    if (prediction.none() > 0.0005) {
      bar("none", prediction.none(), false);
    }
    console.println("");
  }

  private void bar(String name, double probability, boolean chosen) {
    String bar = "█".repeat((int) Math.round(probability * BAR));
    String line = ("%" + width + "s %7s %s").formatted(name, percent(probability), bar);
    console.println(chosen ? console.styled(Style.GREEN, line) : line.stripTrailing());
  }

  private static String percent(double probability) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * probability);
  }
}
