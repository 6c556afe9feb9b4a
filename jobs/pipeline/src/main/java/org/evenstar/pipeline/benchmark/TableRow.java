package org.evenstar.pipeline.benchmark;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.evenstar.parquet.ColumnType;
import org.evenstar.parquet.ParquetColumn;
import org.evenstar.parquet.ParquetTableWriter;
import org.evenstar.schemas.dataset.DatasetSchema;
import org.evenstar.stats.Estimate;

/** A row of a dataset on its way into Parquet, set by column name. */
public final class TableRow {
  private final Map<String, Integer> places = new HashMap<>();
  private final ParquetTableWriter writer;

  /** A row for a writer that was created with {@link #columns}. */
  public TableRow(DatasetSchema schema, ParquetTableWriter writer) {
    for (int i = 0; i < schema.columns().size(); i++) {
      places.put(schema.columns().get(i).name(), i);
    }
    this.writer = writer;
  }

  /** A schema's columns as Parquet columns. */
  public static List<ParquetColumn> columns(DatasetSchema schema) {
    return schema.columns().stream()
        .map(
            column ->
                new ParquetColumn(
                    column.name(),
                    ColumnType.valueOf(column.type().toUpperCase(Locale.ROOT)),
                    column.nullable(),
                    column.distinct()))
        .toList();
  }

  /** Sets a text. */
  public void text(String column, String value) {
    writer.setText(place(column), value);
  }

  /** Sets a whole number. */
  public void whole(String column, long value) {
    writer.setLong(place(column), value);
  }

  /** Sets a double; an empty one leaves the column out. */
  public void number(String column, OptionalDouble value) {
    if (value.isPresent()) {
      writer.setDouble(place(column), value.getAsDouble());
    }
  }

  /** Sets {@code <column>_lo} and {@code <column>_hi}; without an interval they are left out. */
  public void interval(String column, Estimate estimate) {
    estimate
        .interval()
        .ifPresent(
            interval -> {
              number(column + "_lo", OptionalDouble.of(interval.lower()));
              number(column + "_hi", OptionalDouble.of(interval.upper()));
            });
  }

  /** Sets a truth value. */
  public void flag(String column, boolean value) {
    writer.setBoolean(place(column), value);
  }

  /** Sets a date as days since 1970-01-01. */
  public void date(String column, long epochDay) {
    writer.setDate(place(column), epochDay);
  }

  /** Ends the row. */
  public void end() throws IOException {
    writer.endRow();
  }

  private int place(String column) {
    return Objects.requireNonNull(places.get(column), column);
  }
}
