package org.evenstar.engine.spark;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenstar.engine.Rows;
import org.jspecify.annotations.Nullable;

/** A result fetched partition by partition: the driver never holds more than one of them. */
final class SparkRows implements Rows {
  private final List<String> columns;
  private final Iterator<Row> rows;
  private Row row = Row.empty();

  SparkRows(Dataset<Row> result) {
    this.columns = List.of(result.columns());
    this.rows = result.toLocalIterator();
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public boolean next() {
    return SparkEngine.attempt(
        "read a row",
        () -> {
          boolean isThere = rows.hasNext();
          if (isThere) {
            row = rows.next();
          }
          return isThere;
        });
  }

  @Override
  public boolean isNull(int column) {
    return row.isNullAt(column);
  }

  @Override
  public long longAt(int column) {
    return isNull(column) ? 0 : ((Number) row.get(column)).longValue();
  }

  @Override
  public double doubleAt(int column) {
    return isNull(column) ? 0 : ((Number) row.get(column)).doubleValue();
  }

  @Override
  public @Nullable String textAt(int column) {
    if (isNull(column)) {
      return null;
    }
    Object value = row.get(column);
    return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
  }

  @Override
  public boolean booleanAt(int column) {
    return !isNull(column) && row.getBoolean(column);
  }

  @Override
  public long dateAt(int column) {
    return isNull(column) ? 0 : ((LocalDate) row.get(column)).toEpochDay();
  }

  /** Nothing to free: partitions not yet fetched are never computed. */
  @Override
  public void close() {}
}
