package org.lenetlab.app.export;

import java.util.Locale;

/** What {@code --as} can ask for. */
enum ExportForm {
  ONNX,
  SAFETENSORS;

  /** How the user writes it; also what its files end with. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
