package org.evenstar.landing.read;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Delimited text: the first record that is not blank is the header. */
public final class CsvRecords implements RecordReader {
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private boolean isHeaderRead;
  private List<String> cells = List.of();
  private long line;

  /**
   * @param in the file after its byte-order mark
   * @param delimiter field separator
   */
  public CsvRecords(InputStream in, Encoding encoding, char delimiter) {
    InputStreamReader text =
        new InputStreamReader(
            in,
            encoding
                .charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE));
    this.reader =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .skipEmptyLines(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(new BufferedReader(text, 1 << 16));
    this.records = reader.iterator();
  }

  @Override
  public Kind next() throws IOException {
    if (!records.hasNext()) {
      return Kind.END;
    }
    CsvRecord csv = records.next();
    line = csv.getStartingLineNumber();
    cells = csv.getFields();
    if (isHeaderRead) {
      return Kind.ROW;
    }
    isHeaderRead = true;
    cells = new ArrayList<>(cells);
    return Kind.HEADER;
  }

  @Override
  public String sheet() {
    return "";
  }

  @Override
  public int rowNumber() {
    return Math.toIntExact(line);
  }

  @Override
  public int size() {
    return cells.size();
  }

  @Override
  public String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
