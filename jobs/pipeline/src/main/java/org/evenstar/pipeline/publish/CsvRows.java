package org.evenstar.pipeline.publish;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evenstar.engine.Rows;
import org.evenstar.parquet.ColumnType;
import org.evenstar.parquet.ParquetColumn;
import org.evenstar.pipeline.benchmark.TableRow;
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
        TableRow.columns(schema).stream().map(ParquetColumn::type).toArray(ColumnType[]::new);
    this.cells = new String[types.length];
    this.csv = open(schema, folder);
  }

  /** Starts {@code <dataset>.csv}: RFC 4180 in UTF-8, with the names of the columns. */
  static CsvWriter open(DatasetSchema schema, Path folder) throws IOException {
    CsvWriter csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .build(
                Files.newBufferedWriter(
                    folder.resolve(schema.dataset() + ".csv"), StandardCharsets.UTF_8));
    csv.writeRecord(schema.columns().stream().map(DatasetSchema.Column::name).toList());
    return csv;
  }

  /** Writes the row that {@code from} stands on; its columns are the schema's, in order. */
  void write(Rows from) {
    for (int i = 0; i < types.length; i++) {
      String text = Texts.of(from, i, types[i]);
      cells[i] = types[i] == ColumnType.TEXT ? DatasetWriter.safe(text) : text == null ? "" : text;
    }
    csv.writeRecord(cells);
    rows++;
  }

  long rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
