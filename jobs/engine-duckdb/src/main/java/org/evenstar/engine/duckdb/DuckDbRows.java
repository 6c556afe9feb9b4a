package org.evenstar.engine.duckdb;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
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
  private final boolean[] isText;
  private final boolean[] isDate;

  // The cell read last: asking whether it is null and then for its value reads it once.
  private int cell = -1;
  private boolean isCellNull;
  private @Nullable String cellText;
  private long cellNumber;

  DuckDbRows(Statement statement, ResultSet result) throws SQLException {
    this.statement = statement;
    this.result = result;
    ResultSetMetaData meta = result.getMetaData();
    int width = meta.getColumnCount();
    List<String> names = new ArrayList<>();
    this.isText = new boolean[width];
    this.isDate = new boolean[width];
    for (int i = 0; i < width; i++) {
      names.add(meta.getColumnName(i + 1));
      isText[i] = meta.getColumnType(i + 1) == Types.VARCHAR;
      isDate[i] = meta.getColumnType(i + 1) == Types.DATE;
    }
    this.columns = List.copyOf(names);
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public boolean next() {
    cell = -1;
    return reading(result::next);
  }

  private void read(int column) {
    if (cell == column) {
      return;
    }
    try {
      if (isText[column]) {
        cellText = result.getString(column + 1);
        isCellNull = cellText == null;
      } else if (isDate[column]) {
        LocalDate date = result.getObject(column + 1, LocalDate.class);
        isCellNull = date == null;
        cellNumber = date == null ? 0 : date.toEpochDay();
      } else {
        isCellNull = result.getObject(column + 1) == null;
      }
    } catch (SQLException e) {
      throw DuckDbEngine.failure("read a row", e);
    }
    cell = column;
  }

  @Override
  public boolean isNull(int column) {
    read(column);
    return isCellNull;
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
    if (!isText[column]) {
      return reading(() -> result.getString(column + 1));
    }
    read(column);
    return cellText;
  }

  @Override
  public boolean booleanAt(int column) {
    return reading(() -> result.getBoolean(column + 1));
  }

  @Override
  public long dateAt(int column) {
    read(column);
    return cellNumber;
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
