package org.evenstar.engine.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.evenstar.engine.Rows;
import org.jspecify.annotations.Nullable;

/** A streamed DuckDB result. */
final class DuckDbRows implements Rows {
  private final Statement statement;
  private final ResultSet result;
  private final List<String> columns;

  DuckDbRows(Statement statement, ResultSet result) throws SQLException {
    this.statement = statement;
    this.result = result;
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
      names.add(result.getMetaData().getColumnName(i));
    }
    this.columns = List.copyOf(names);
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public boolean next() {
    return reading(result::next);
  }

  @Override
  public boolean isNull(int column) {
    return reading(() -> result.getObject(column + 1) == null);
  }

  @Override
  public long longAt(int column) {
    return reading(() -> result.getLong(column + 1));
  }

  @Override
  public double doubleAt(int column) {
    return reading(() -> result.getDouble(column + 1));
  }

  @Override
  public @Nullable String textAt(int column) {
    return reading(() -> result.getString(column + 1));
  }

  @Override
  public boolean booleanAt(int column) {
    return reading(() -> result.getBoolean(column + 1));
  }

  @Override
  public long dateAt(int column) {
    LocalDate date = reading(() -> result.getObject(column + 1, LocalDate.class));
    return date == null ? 0 : date.toEpochDay();
  }

  @Override
  public void close() {
    try {
      result.close();
      statement.close();
    } catch (SQLException e) {
      throw DuckDbEngine.failure("close a query", e);
    }
  }

  private static <T extends @Nullable Object> T reading(Read<T> read) {
    try {
      return read.read();
    } catch (SQLException e) {
      throw DuckDbEngine.failure("read a row", e);
    }
  }

  private interface Read<T extends @Nullable Object> {
    T read() throws SQLException;
  }
}
