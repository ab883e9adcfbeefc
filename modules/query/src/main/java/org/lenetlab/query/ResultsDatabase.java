package org.lenetlab.query;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.lenetlab.results.store.ResultsStore.StoredRun;
import org.lenetlab.results.table.Cell;
import org.lenetlab.results.table.Column;
import org.lenetlab.results.table.ResultTable;

/**
 * Results as tables of SQLite, in memory: {@code runs}, {@code epochs} and {@code predictions}. The
 * files stay the only truth: the database is made of them anew and cannot be written.
 */
public final class ResultsDatabase implements AutoCloseable {
  /** The names of its tables. */
  public static final List<String> TABLES =
      List.of(RunRows.NAME, EpochRows.NAME, PredictionRows.NAME);

  private static final Collector<CharSequence, ?, String> LIST = Collectors.joining(", ");

  private final List<StoredRun> runs;
  private final Connection connection;
  private boolean predictions;

  /** A database of {@code runs}. */
  public ResultsDatabase(List<StoredRun> runs) {
    this.runs = runs;
    try {
      connection = DriverManager.getConnection("jdbc:sqlite::memory:");
      Aggregates.addTo(connection);
      load(RunRows.of(runs));
      load(EpochRows.of(runs));
    } catch (SQLException e) {
      throw new QueryException(e);
    }
  }

  /**
   * Answers a query.
   *
   * @throws QueryException if it is not SQL that returns rows
   */
  public ResultTable query(String sql) {
    try {
      loadWhatIsNamed(sql);
      try (Statement statement = connection.createStatement()) {
        statement.execute("pragma query_only = on");
        if (!statement.execute(sql)) {
          throw new QueryException("expected a query that returns rows, such as select");
        }
        try (ResultSet rows = statement.getResultSet()) {
          return table(rows);
        }
      }
    } catch (SQLException e) {
      throw new QueryException(e);
    }
  }

  /** The predictions are many: they are read for queries that name them. */
  private void loadWhatIsNamed(String sql) throws SQLException {
    if (!predictions && sql.toLowerCase(Locale.ROOT).contains(PredictionRows.NAME)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("pragma query_only = off");
      }
      load(PredictionRows.of(runs));
      predictions = true;
    }
  }

  /** What there is to ask for. */
  public ResultTable tables() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Rows table : List.of(RunRows.of(runs), EpochRows.of(runs), PredictionRows.empty())) {
      table
          .columns()
          .forEach(column -> rows.add(List.of(new Cell.Text(table.name()), new Cell.Text(column))));
    }
    return new ResultTable(
        Map.of(),
        List.of(Column.figure("table", "table", 0), Column.figure("column", "column", 0)),
        rows,
        List.of("Besides SQLite's functions there are stddev(x) and median(x)."));
  }

  private void load(Rows rows) throws SQLException {
    String table = quoted(rows.name());
    String columns = rows.columns().stream().map(ResultsDatabase::quoted).collect(LIST);
    String marks = rows.columns().stream().map(_ -> "?").collect(LIST);
    try (Statement statement = connection.createStatement()) {
      // Columns without a type: an id of digits alone must stay a word.
      statement.execute("create table " + table + " (" + columns + ")");
    }
    connection.setAutoCommit(false);
    try (PreparedStatement insert =
        connection.prepareStatement("insert into " + table + " values (" + marks + ")")) {
      Iterator<? extends List<?>> iterator = rows.rows().iterator();
      while (iterator.hasNext()) {
        int column = 1;
        for (Object value : iterator.next()) {
          insert.setObject(column++, value);
        }
        insert.execute();
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static ResultTable table(ResultSet rows) throws SQLException {
    ResultSetMetaData names = rows.getMetaData();
    List<List<Object>> values = new ArrayList<>();
    while (rows.next()) {
      List<Object> row = new ArrayList<>();
      for (int c = 1; c <= names.getColumnCount(); c++) {
        Object value = rows.getObject(c);
        row.add(value == null ? "" : value);
      }
      values.add(row);
    }
    List<Column> columns = new ArrayList<>();
    for (int c = 0; c < names.getColumnCount(); c++) {
      int index = c;
      String name = names.getColumnLabel(c + 1);
      int decimals =
          values.stream().mapToInt(row -> Numbers.decimals(row.get(index))).max().orElse(0);
      columns.add(Column.figure(name, name, decimals));
    }
    return new ResultTable(
        Map.of(), columns, values.stream().map(ResultsDatabase::cells).toList(), List.of());
  }

  private static List<Cell> cells(List<Object> row) {
    return row.stream().map(Numbers::cell).toList();
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new QueryException(e);
    }
  }
}
