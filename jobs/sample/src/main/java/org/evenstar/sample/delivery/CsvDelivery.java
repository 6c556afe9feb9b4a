package org.evenstar.sample.delivery;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Comma-separated text with a header, lines ended by CR LF as spreadsheets do. */
final class CsvDelivery implements DeliveryWriter {
  /** Tables pasted together carry the header once more after so many rows. */
  private static final int ROWS_TO_HEADER = 8;

  private final CsvWriter csv;
  private final List<Layout.Column> columns;
  private final boolean isMessy;
  private final String[] cells;
  private final List<RowNote> notes = new ArrayList<>();
  private int lines;
  private int rows;

  /**
   * @param mark written before the first character, such as a byte-order mark; may be empty
   * @param isMessy whether to repeat the header and end with totals
   */
  CsvDelivery(Path file, Charset charset, String mark, List<Layout.Column> columns, boolean isMessy)
      throws IOException {
    this.columns = columns;
    this.isMessy = isMessy;
    this.cells = new String[columns.size()];
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    Writer text = new OutputStreamWriter(out, charset);
    text.write(mark);
    this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    writeHeader();
  }

  private void writeHeader() {
    csv.writeRecord(columns.stream().map(Layout.Column::header).toList());
    lines++;
  }

  @Override
  public int write(DeliveryRow row) {
    int line = lines + 1;
    for (int i = 0; i < cells.length; i++) {
      cells[i] = columns.get(i).text(row);
    }
    csv.writeRecord(cells);
    // A remark of two lines takes two lines of the file.
    lines = line + (int) row.remark().chars().filter(c -> c == '\n').count();
    rows++;
    if (isMessy && rows == ROWS_TO_HEADER) {
      note("ROW_HEADER_AGAIN");
      writeHeader();
    }
    return line;
  }

  @Override
  public void close() throws IOException {
    if (isMessy) {
      note("ROW_TOTALS");
      Arrays.fill(cells, "");
      cells[0] = "合计";
      cells[1] = Integer.toString(rows);
      csv.writeRecord(cells);
    }
    csv.close();
  }

  private void note(String reasonCode) {
    notes.add(new RowNote(new Spot("", "", lines + 1), "", reasonCode));
  }

  @Override
  public List<RowNote> notes() {
    return notes;
  }
}
