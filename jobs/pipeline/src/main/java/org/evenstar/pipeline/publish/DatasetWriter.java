package org.evenstar.pipeline.publish;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenstar.engine.Rows;
import org.evenstar.parquet.ColumnType;
import org.evenstar.parquet.ParquetColumn;
import org.evenstar.parquet.ParquetProfile;
import org.evenstar.parquet.ParquetTableWriter;
import org.evenstar.pipeline.benchmark.TableRow;
import org.evenstar.schemas.dataset.DatasetSchema;
import org.jspecify.annotations.Nullable;

/**
 * Writes one dataset as Parquet and as CSV in one pass over its sorted rows.
 *
 * <p>CSV is RFC 4180 in UTF-8; a text that a spreadsheet would take for a formula gets a leading
 * apostrophe; doubles have 12 significant digits, so that no Java version changes a byte.
 */
final class DatasetWriter implements AutoCloseable {
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final DatasetSchema schema;
  private final ColumnType[] types;
  private final ParquetTableWriter parquet;
  private final CsvWriter csv;
  private final String[] cells;

  /**
   * @param folder where {@code <dataset>.parquet} and {@code <dataset>.csv} go
   * @param metadata key-value pairs for the Parquet footer beside schema, key and units
   */
  DatasetWriter(DatasetSchema schema, Path folder, Map<String, String> metadata)
      throws IOException {
    this.schema = schema;
    this.cells = new String[schema.columns().size()];
    List<ParquetColumn> columns = TableRow.columns(schema);
    this.types = columns.stream().map(ParquetColumn::type).toArray(ColumnType[]::new);
    Map<String, String> footer = new TreeMap<>(metadata);
    footer.put("schema", schema.id());
    footer.put("key", String.join(",", schema.key()));
    for (DatasetSchema.Column column : schema.columns()) {
      if (column.unit() != null) {
        footer.put("unit." + column.name(), column.unit());
      }
    }
    this.parquet =
        ParquetTableWriter.create(
            folder.resolve(schema.dataset() + ".parquet"), columns, footer, ParquetProfile.RELEASE);
    this.csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .build(
                Files.newBufferedWriter(
                    folder.resolve(schema.dataset() + ".csv"), StandardCharsets.UTF_8));
    csv.writeRecord(schema.columns().stream().map(DatasetSchema.Column::name).toList());
  }

  /** Writes the row that {@code rows} stands on; its columns are the schema's, in order. */
  void write(Rows rows) throws IOException {
    for (int i = 0; i < types.length; i++) {
      cells[i] = rows.isNull(i) ? "" : cell(rows, i);
    }
    parquet.endRow();
    csv.writeRecord(cells);
  }

  private String cell(Rows rows, int i) {
    return switch (types[i]) {
      case TEXT -> {
        String text = rows.textAt(i);
        parquet.setText(i, text);
        yield safe(text);
      }
      case INT, BIGINT -> {
        long value = rows.longAt(i);
        parquet.setLong(i, value);
        yield Long.toString(value);
      }
      case DOUBLE -> {
        double value = rows.doubleAt(i);
        parquet.setDouble(i, value);
        yield PlainNumber.of(value);
      }
      case BOOLEAN -> {
        boolean value = rows.booleanAt(i);
        parquet.setBoolean(i, value);
        yield Boolean.toString(value);
      }
      case DATE -> {
        long day = rows.dateAt(i);
        parquet.setDate(i, day);
        yield LocalDate.ofEpochDay(day).toString();
      }
    };
  }

  static String safe(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    return FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  long rows() {
    return parquet.rows();
  }

  DatasetSchema schema() {
    return schema;
  }

  @Override
  public void close() throws IOException {
    try (csv) {
      parquet.close();
    }
  }
}
