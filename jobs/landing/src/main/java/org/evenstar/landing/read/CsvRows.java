package org.evenstar.landing.read;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.util.Iterator;
import java.util.List;
import org.evenstar.landing.decode.Found;
import org.jspecify.annotations.Nullable;

/** Delimited text. */
final class CsvRows implements RawRows {
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private final boolean endsWithLineBreak;
  private final boolean isProven;
  private @Nullable CsvRecord ahead;
  private List<String> cells = List.of();
  private long line;
  private int widest;

  /**
   * @param in the file after its byte-order mark
   * @param delimiter field separator
   * @param endsWithLineBreak whether the file's last line is ended
   */
  CsvRows(InputStream in, Encoding encoding, char delimiter, boolean endsWithLineBreak)
      throws IOException {
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
            .allowExtraCharsAfterClosingQuote(true)
            .maxBufferSize(SafetyLimits.ROW_CHARACTERS)
            .build(
                CsvRecordHandler.builder()
                    .maxFields(SafetyLimits.COLUMNS)
                    .maxFieldSize(SafetyLimits.CELL_CHARACTERS)
                    .maxRecordSize(SafetyLimits.ROW_CHARACTERS)
                    .build(),
                new BufferedReader(text, 1 << 16));
    this.records = reader.iterator();
    this.endsWithLineBreak = endsWithLineBreak;
    this.isProven = encoding.isProven();
    this.ahead = read();
  }

  private @Nullable CsvRecord read() throws IOException {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (CsvParseException e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      throw Unreadable.unsafe("line " + (line + 1) + " or after: " + cause.getMessage());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public boolean next() throws IOException {
    CsvRecord record = ahead;
    while (record != null) {
      ahead = read();
      line = record.getStartingLineNumber();
      cells = record.getFields();
      if (hasText(cells)) {
        widest = Math.max(widest, cells.size());
        return true;
      }
      record = ahead;
    }
    return false;
  }

  private static boolean hasText(List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isBlank()) {
        return true;
      }
    }
    return false;
  }

  /** A last record that is too short, and ends in mid-line or in an open quote. */
  @Override
  public @Nullable Found broken() {
    if (ahead == null && cells.size() < widest) {
      String last = cells.get(cells.size() - 1);
      if (!endsWithLineBreak || last.indexOf('\n') >= 0 || last.indexOf('\r') >= 0) {
        return Found.of("FILE_CUT_OFF", "line " + line);
      }
    }
    for (int i = 0; !isProven && i < cells.size(); i++) {
      if (cells.get(i).indexOf('\uFFFD') >= 0) {
        return Found.of("ROW_BROKEN", Long.toString(line), "valid characters");
      }
    }
    return null;
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
  public List<String> cells() {
    return cells;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
