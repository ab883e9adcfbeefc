package org.lenetlab.app.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.lenetlab.app.cli.DidYouMean;
import org.lenetlab.app.cli.UserException;

/** What {@code --as} can ask for. */
enum ExportForm {
  ONNX,
  SAFETENSORS;

  /** How the user writes it; also what its files end with. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> words() {
    return Arrays.stream(values()).map(ExportForm::word).toList();
  }

  /**
   * @throws UserException if there is no such form
   */
  static ExportForm of(String word) {
    if (!words().contains(word)) {
      throw new UserException(
          "--as: expected one of "
              + String.join(", ", words())
              + ", not '"
              + word
              + "'"
              + DidYouMean.question(word, words()));
    }
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
