package org.evenstar.api;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs one query and keeps its rows. */
final class Query {

  private Query() {}

  static Table run(Connection connection, String sql, List<?> parameters) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, parameters.get(i));
      }
      try (ResultSet result = statement.executeQuery()) {
        return table(result);
      }
    } catch (SQLException e) {
      throw new IllegalArgumentException(
          "Cannot run query '"
              + sql.strip().lines().findFirst().orElse("")
              + "': "
              + e.getMessage()
              + "; mend the query",
          e);
    }
  }

  private static Table table(ResultSet result) throws SQLException {
    ResultSetMetaData meta = result.getMetaData();
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      columns.add(meta.getColumnLabel(i));
    }
    Columns names = Columns.of(columns);
    List<Row> rows = new ArrayList<>();
    while (result.next()) {
      @Nullable Object[] values = new @Nullable Object[columns.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = value(result, i + 1, meta.getColumnType(i + 1));
      }
      rows.add(new Row(names, values));
    }
    return new Table(names, rows);
  }

  /** One of String, Long, Double, Boolean, LocalDate; whole numbers are Long where they fit. */
  private static @Nullable Object value(ResultSet result, int column, int type)
      throws SQLException {
    if (type == Types.DATE) {
      return result.getObject(column, LocalDate.class);
    }
    Object value = result.getObject(column);
    if (value instanceof BigInteger big) {
      return big.bitLength() < Long.SIZE ? (Object) big.longValue() : big.doubleValue();
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.doubleValue();
    }
    if (value instanceof Double || value instanceof Float) {
      return ((Number) value).doubleValue();
    }
    if (value instanceof Number number) {
      return number.longValue();
    }
    return value == null || value instanceof Boolean ? value : value.toString();
  }
}
