package org.evenstar.engine.duckdb;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.evenstar.engine.Rows;
import org.jspecify.annotations.Nullable;

/** A streamed DuckDB result. */
final class DuckDbRows implements Rows {
  private final Connection own;
  private final ResultSet result;
  private final List<String> columns;
  private final int[] types;

  // The cell read last: asking whether it is null and then for its value reads it once.
  private int cell = -1;
  private boolean isCellNull;
  private @Nullable String cellText;
  private long cellNumber;
  private double cellDouble;

  /**
   * @param own the connection that the result comes through; closed with it
   */
  DuckDbRows(Connection own, ResultSet result) throws SQLException {
    this.own = own;
    this.result = result;
    ResultSetMetaData meta = result.getMetaData();
    int width = meta.getColumnCount();
    List<String> names = new ArrayList<>();
    this.types = new int[width];
    for (int i = 0; i < width; i++) {
      names.add(meta.getColumnName(i + 1));
      types[i] = meta.getColumnType(i + 1);
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
      switch (types[column]) {
        case Types.VARCHAR -> {
          cellText = result.getString(column + 1);
          isCellNull = cellText == null;
        }
        case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> {
          cellNumber = result.getLong(column + 1);
          isCellNull = result.wasNull();
        }
        case Types.DOUBLE -> {
          cellDouble = result.getDouble(column + 1);
          isCellNull = result.wasNull();
        }
        case Types.BOOLEAN -> {
          cellNumber = result.getBoolean(column + 1) ? 1 : 0;
          isCellNull = result.wasNull();
        }
        case Types.DATE -> {
          LocalDate date = result.getObject(column + 1, LocalDate.class);
          isCellNull = date == null;
          cellNumber = date == null ? 0 : date.toEpochDay();
        }
        default -> {
          cellText = result.getString(column + 1);
          isCellNull = cellText == null;
        }
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
    read(column);
    return switch (types[column]) {
      case Types.DOUBLE -> (long) cellDouble;
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.BOOLEAN, Types.DATE ->
          cellNumber;
      default -> decimal().longValue();
    };
  }

  @Override
  public double doubleAt(int column) {
    read(column);
    return switch (types[column]) {
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> cellNumber;
      case Types.DOUBLE -> cellDouble;
      default -> decimal().doubleValue();
    };
  }

  private BigDecimal decimal() {
    return isCellNull ? BigDecimal.ZERO : new BigDecimal(cellText);
  }

  @Override
  public @Nullable String textAt(int column) {
    read(column);
    return switch (types[column]) {
      case Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.DOUBLE,
          Types.BOOLEAN,
          Types.DATE ->
          reading(() -> result.getString(column + 1));
      default -> cellText;
    };
  }

  /** A blob. */
  byte[] bytesAt(int column) {
    return reading(() -> result.getBytes(column + 1));
  }

  @Override
  public boolean booleanAt(int column) {
    read(column);
    return cellNumber != 0;
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
      own.close();
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
