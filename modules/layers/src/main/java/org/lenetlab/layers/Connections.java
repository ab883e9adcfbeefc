package org.lenetlab.layers;

import java.util.Map;
import org.lenetlab.api.network.ConnectionTable;
import org.lenetlab.api.spec.SpecException;

/**
 * Which input maps each output map of a convolution sees, as an experiment file says it: {@code
 * full}, the name of a published table, or a drawn table.
 *
 * @param text the name or the drawing
 */
record Connections(String text) {
  static final Connections FULL = new Connections("full");

  /**
   * {@code lecun-1998}: LeNet-5's C3, from table I of LeCun et al. 1998. {@code lecun-1990}:
   * LeNet-1's H3, from LeCun et al., Handwritten digit recognition with a back-propagation network
   * (NIPS 2, 1990), as secondary copies give it.
   */
  private static final Map<String, String> PUBLISHED =
      Map.of(
          "lecun-1998",
          """
          X...XXX..XXXX.XX
          XX...XXX..XXXX.X
          XXX...XXX..X.XXX
          .XXX..XXXX..X.XX
          ..XXX..XXXX.XX.X
          ...XXX..XXXX.XXX
          """,
          "lecun-1990",
          """
          XXX.XX......
          .XXXXX......
          ......XXX.XX
          .......XXXXX
          """);

  static final Connections LECUN_1990 = new Connections("lecun-1990");

  Connections {
    SpecException.require(
        text.equals("full") || PUBLISHED.containsKey(text) || text.matches("[Xx.\\s]+"),
        "",
        "expected full, lecun-1998, lecun-1990 or a table drawn with X and ."
            + (text.contains("\n") ? "" : ", not '" + text + "'"));
  }

  /**
   * Reads the form of an experiment file.
   *
   * @throws SpecException if it is neither a known name nor drawn with X and .
   */
  static Connections parse(String text) {
    return new Connections(text.strip());
  }

  /**
   * The table between {@code inputs} and {@code outputs} maps.
   *
   * @throws SpecException if the table is of another size; its path is empty
   */
  ConnectionTable table(int inputs, int outputs) {
    return this.equals(FULL)
        ? ConnectionTable.full(inputs, outputs)
        : ConnectionTable.parse(PUBLISHED.getOrDefault(text, text), inputs, outputs);
  }

  @Override
  public String toString() {
    return text;
  }
}
