package org.evenstar.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.evenstar.engine.Engine;
import org.evenstar.parquet.ColumnType;
import org.evenstar.parquet.ParquetColumn;
import org.evenstar.parquet.ParquetTableWriter;
import org.jspecify.annotations.Nullable;

/**
 * A small table made in Java and handed to the engine as a Parquet file: the model, the regions, a
 * statistic's result.
 */
public final class TableFile {
  private final String table;
  private final List<ParquetColumn> columns = new ArrayList<>();
  private final List<@Nullable Object[]> rows = new ArrayList<>();

  public TableFile(String table) {
    this.table = table;
  }

  /** Adds a column. */
  public TableFile column(String name, ColumnType type) {
    columns.add(ParquetColumn.nullable(name, type));
    return this;
  }

  /** Adds columns of one type. */
  public TableFile columns(ColumnType type, String... names) {
    for (String name : names) {
      column(name, type);
    }
    return this;
  }

  /**
   * Adds a row; numbers may be of any integral type or an {@link OptionalDouble}, dates {@link
   * LocalDate}.
   */
  public TableFile row(@Nullable Object... values) {
    if (values.length != columns.size()) {
      throw new IllegalArgumentException(
          "Cannot add a row to '"
              + table
              + "': it has "
              + values.length
              + " values for "
              + columns.size()
              + " columns");
    }
    rows.add(values);
    return this;
  }

  /** Writes {@code <folder>/<table>.parquet} and registers it under the table's name. */
  public void register(Engine engine, Path folder) {
    Path file = folder.resolve(table + ".parquet");
    try (ParquetTableWriter writer = ParquetTableWriter.create(file, columns, Map.of())) {
      for (@Nullable Object[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          set(writer, i, row[i]);
        }
        writer.endRow();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    engine.register(table, List.of(file));
  }

  private void set(ParquetTableWriter writer, int column, @Nullable Object value) {
    if (value == null) {
      return;
    }
    if (value instanceof OptionalDouble number) {
      number.ifPresent(found -> writer.setDouble(column, found));
      return;
    }
    switch (columns.get(column).type()) {
      case TEXT -> writer.setText(column, value.toString());
      case INT, BIGINT -> writer.setLong(column, ((Number) value).longValue());
      case DOUBLE -> writer.setDouble(column, ((Number) value).doubleValue());
      case BOOLEAN -> writer.setBoolean(column, (Boolean) value);
      case DATE -> writer.setDate(column, ((LocalDate) value).toEpochDay());
    }
  }

  /** Millionths of a decimal, exactly; null stays null. */
  public static @Nullable Long micro(@Nullable BigDecimal value) {
    return value == null ? null : value.movePointRight(6).longValueExact();
  }
}
