package org.lenetlab.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.lenetlab.results.group.Sample;
import org.sqlite.Function;
import org.sqlite.core.Codes;

/** The statistics that SQLite lacks. */
final class Aggregates {
  private Aggregates() {}

  static void addTo(Connection connection) throws SQLException {
    Function.create(connection, "stddev", new OfSample(Sample::sd));
    Function.create(connection, "median", new OfSample(Sample::median));
  }

  /** A statistic of all values that are not null; null of none. */
  private static final class OfSample extends Function.Aggregate {
    private final ToDoubleFunction<Sample> statistic;
    private List<Double> values = new ArrayList<>();

    OfSample(ToDoubleFunction<Sample> statistic) {
      this.statistic = statistic;
    }

    /** SQLite clones the function for every group. */
    @Override
    public Object clone() throws CloneNotSupportedException {
      OfSample clone = (OfSample) super.clone();
      clone.values = new ArrayList<>();
      return clone;
    }

    @Override
    protected void xStep() throws SQLException {
      if (value_type(0) != Codes.SQLITE_NULL) {
        values.add(value_double(0));
      }
    }

    @Override
    protected void xFinal() throws SQLException {
      if (values.isEmpty()) {
        result();
      } else {
        result(statistic.applyAsDouble(new Sample(values)));
      }
    }
  }
}
