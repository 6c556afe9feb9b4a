package org.evenstar.pipeline.publish;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.evenstar.engine.Rows;
import org.evenstar.parquet.ColumnType;
import org.evenstar.schemas.dataset.DatasetSchema;

/**
 * Writes one dataset as CSV alone, row by row, in the form of {@link DatasetWriter}: for the
 * institution tier, which is read one institution at a time and never as a whole.
 */
final class CsvRows implements AutoCloseable {
  private final ColumnType[] types;
  private final String[] cells;
  private final CsvWriter csv;
  private long rows;

  CsvRows(DatasetSchema schema, Path folder) throws IOException {
    this.types =
        schema.columns().stream()
            .map(column -> ColumnType.valueOf(column.type().toUpperCase(Locale.ROOT)))
            .toArray(ColumnType[]::new);
    this.cells = new String[types.length];
    this.csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .build(
                Files.newBufferedWriter(
                    folder.resolve(schema.dataset() + ".csv"), StandardCharsets.UTF_8));
    csv.writeRecord(schema.columns().stream().map(DatasetSchema.Column::name).toList());
  }

  /** Writes the row that {@code from} stands on; its columns are the schema's, in order. */
  void write(Rows from) {
    for (int i = 0; i < types.length; i++) {
      cells[i] = from.isNull(i) ? "" : cell(from, i);
    }
    csv.writeRecord(cells);
    rows++;
  }

  private String cell(Rows from, int i) {
    return switch (types[i]) {
      case TEXT -> DatasetWriter.safe(from.textAt(i));
      case INT, BIGINT -> Long.toString(from.longAt(i));
      case DOUBLE -> PlainNumber.of(from.doubleAt(i));
      case BOOLEAN -> Boolean.toString(from.booleanAt(i));
      case DATE -> LocalDate.ofEpochDay(from.dateAt(i)).toString();
    };
  }

  long rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
