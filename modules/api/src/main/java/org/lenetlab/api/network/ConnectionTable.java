package org.lenetlab.api.network;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.lenetlab.api.spec.SpecException;

/**
 * Which input maps each output map of a convolution sees (LeCun et al. 1998, table I). Parameters
 * exist only for the links.
 */
public final class ConnectionTable {
  private final int inputs;
  private final List<BitSet> sourcesByOutput;
  private final int links;

  private ConnectionTable(int inputs, List<BitSet> sourcesByOutput) {
    this.inputs = inputs;
    this.sourcesByOutput = List.copyOf(sourcesByOutput);
    this.links = sourcesByOutput.stream().mapToInt(BitSet::cardinality).sum();
  }

  /** Every output map sees every input map. */
  public static ConnectionTable full(int inputs, int outputs) {
    return new ConnectionTable(
        inputs,
        IntStream.range(0, outputs)
            .mapToObj(
                o -> {
                  BitSet all = new BitSet(inputs);
                  all.set(0, inputs);
                  return all;
                })
            .toList());
  }

  /**
   * Reads a drawn table: one line per input map, one character per output map, {@code X} for a link
   * and {@code .} for none.
   *
   * @throws SpecException if the table is not {@code inputs} lines of {@code outputs} characters,
   *     or an output map sees nothing
   */
  public static ConnectionTable parse(String drawing, int inputs, int outputs) {
    List<String> rows = drawing.lines().map(String::strip).filter(r -> !r.isEmpty()).toList();
    SpecException.require(
        rows.size() == inputs,
        "",
        "expected a table of " + inputs + " rows (one per input map), not " + rows.size());
    List<BitSet> sources = IntStream.range(0, outputs).mapToObj(o -> new BitSet(inputs)).toList();
    for (int i = 0; i < inputs; i++) {
      String row = rows.get(i);
      SpecException.require(
          row.length() == outputs,
          "",
          "expected "
              + outputs
              + " columns (one per output map) in row "
              + (i + 1)
              + " of the table,"
              + " not "
              + row.length());
      for (int o = 0; o < outputs; o++) {
        char mark = row.charAt(o);
        SpecException.require(
            mark == 'X' || mark == 'x' || mark == '.',
            "",
            "expected X or . in row " + (i + 1) + " of the table, not '" + mark + "'");
        if (mark != '.') {
          sources.get(o).set(i);
        }
      }
    }
    for (int o = 0; o < outputs; o++) {
      SpecException.require(
          !sources.get(o).isEmpty(), "", "output map " + o + " of the table has no input map");
    }
    return new ConnectionTable(inputs, sources);
  }

  public int inputs() {
    return inputs;
  }

  public int outputs() {
    return sourcesByOutput.size();
  }

  /** Number of (input map, output map) pairs that are connected. */
  public int links() {
    return links;
  }

  public boolean isFull() {
    return links == inputs * outputs();
  }

  public boolean connects(int input, int output) {
    return sourcesByOutput.get(output).get(input);
  }

  /** The input maps that {@code output} sees, ascending. */
  public int[] sources(int output) {
    return sourcesByOutput.get(output).stream().toArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ConnectionTable that
        && inputs == that.inputs
        && sourcesByOutput.equals(that.sourcesByOutput);
  }

  @Override
  public int hashCode() {
    return 31 * inputs + sourcesByOutput.hashCode();
  }

  /** The drawing that {@link #parse} reads. */
  @Override
  public String toString() {
    StringBuilder drawing = new StringBuilder();
    for (int i = 0; i < inputs; i++) {
      for (int o = 0; o < outputs(); o++) {
        drawing.append(connects(i, o) ? 'X' : '.');
      }
      drawing.append('\n');
    }
    return drawing.toString();
  }
}
