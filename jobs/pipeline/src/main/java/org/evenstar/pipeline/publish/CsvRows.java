package org.evenstar.pipeline.publish;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.evenstar.parquet.ColumnType;
import org.evenstar.schemas.dataset.DatasetSchema;

/**
 * {@code <dataset>.csv}: RFC 4180 in UTF-8, with the names of the columns; a text that a
 * spreadsheet would take for a formula gets a leading apostrophe; doubles have 12 significant
 * digits, so that no Java version changes a byte.
 */
final class CsvRows implements BatchSink {
  private final MessageDigest digest = Hashes.sha256();
  private final OutputStream file;
  private final CsvWriter csv;
  private final String[] cells;

  CsvRows(DatasetSchema schema, Path folder) throws IOException {
    this.file =
        new DigestOutputStream(
            Files.newOutputStream(folder.resolve(schema.dataset() + ".csv")), digest);
    this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(file);
    this.cells = new String[schema.columns().size()];
    csv.writeRecord(schema.columnNames());
  }

  @Override
  public void write(RowBatch batch) {
    for (int row = 0; row < batch.size(); row++) {
      for (int column = 0; column < cells.length; column++) {
        cells[column] = batch.isPresent(column, row) ? cell(batch, column, row) : "";
      }
      csv.writeRecord(cells);
    }
  }

  private static String cell(RowBatch batch, int column, int row) {
    String plain = batch.plain(column, row);
    return batch.type(column) == ColumnType.TEXT ? FormulaText.safe(plain) : plain;
  }

  /** Closes the file even when its last bytes cannot be written. */
  @Override
  public void close() throws IOException {
    try (file) {
      csv.close();
    }
  }

  /** SHA-256 of the closed file as 64 hexadecimal digits; asked once. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
