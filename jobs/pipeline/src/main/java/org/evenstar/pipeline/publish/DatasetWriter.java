package org.evenstar.pipeline.publish;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
  /** How the names of a dataset's files end. */
  static final List<String> FORMS = List.of(".parquet", ".csv");

  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final DatasetSchema schema;
  private final ColumnType[] types;
  private final ParquetTableWriter parquet;
  private final CsvWriter csv;
  private final String[] cells;
  private final ExecutorService behind = Executors.newSingleThreadExecutor();
  private RowBatch filling;
  private RowBatch spare;
  private @Nullable Future<?> writing;
  private long rows;

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
    this.csv = CsvRows.open(schema, folder);
    this.filling = new RowBatch(types);
    this.spare = new RowBatch(types);
  }

  /** Writes the row that {@code rows} stands on; its columns are the schema's, in order. */
  void write(Rows from) throws IOException {
    for (int i = 0; i < types.length; i++) {
      cells[i] = from.isNull(i) ? "" : cell(from, i);
    }
    csv.writeRecord(cells);
    rows++;
    if (filling.endRow()) {
      handOver();
    }
  }

  private String cell(Rows from, int i) {
    return switch (types[i]) {
      case TEXT -> {
        String text = from.textAt(i);
        filling.text(i, text);
        yield safe(text);
      }
      case INT, BIGINT -> {
        long value = from.longAt(i);
        filling.number(i, value);
        yield Long.toString(value);
      }
      case DOUBLE -> {
        double value = from.doubleAt(i);
        filling.number(i, Double.doubleToRawLongBits(value));
        yield PlainNumber.of(value);
      }
      case BOOLEAN -> {
        boolean value = from.booleanAt(i);
        filling.number(i, value ? 1 : 0);
        yield Boolean.toString(value);
      }
      case DATE -> {
        long day = from.dateAt(i);
        filling.number(i, day);
        yield LocalDate.ofEpochDay(day).toString();
      }
    };
  }

  /** Parquet is written behind: one batch is encoded while the next is read and put into CSV. */
  private void handOver() throws IOException {
    await();
    RowBatch full = filling;
    filling = spare;
    spare = full;
    writing =
        behind.submit(
            () -> {
              full.writeTo(parquet);
              return null;
            });
  }

  private void await() throws IOException {
    if (writing == null) {
      return;
    }
    try {
      writing.get();
    } catch (ExecutionException e) {
      throw new IOException(
          "Cannot write '" + schema.dataset() + "': " + e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Cannot write '" + schema.dataset() + "': interrupted; run again", e);
    } finally {
      writing = null;
    }
  }

  static String safe(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    return FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  long rows() {
    return rows;
  }

  DatasetSchema schema() {
    return schema;
  }

  @Override
  public void close() throws IOException {
    try (csv;
        parquet) {
      await();
      filling.writeTo(parquet);
    } finally {
      behind.shutdown();
    }
  }
}
