package org.lenetlab.query;

import java.math.BigDecimal;
import java.math.MathContext;
import org.lenetlab.results.table.Cell;

/** Values of the database as cells. */
final class Numbers {
  /** As many digits as people want to read of a computed number. */
  private static final MathContext READABLE = new MathContext(6);

  private Numbers() {}

  static Cell cell(Object value) {
    return switch (value) {
      case Integer number -> new Cell.Whole(number);
      case Long number -> new Cell.Whole(number);
      case Double number -> new Cell.Real(number);
      default -> value.toString().isEmpty() ? new Cell.Empty() : new Cell.Text(value.toString());
    };
  }

  /** How many decimals a value needs to be shown. */
  static int decimals(Object value) {
    return value instanceof Double number && Double.isFinite(number)
        ? Math.max(0, new BigDecimal(number).round(READABLE).stripTrailingZeros().scale())
        : 0;
  }
}
