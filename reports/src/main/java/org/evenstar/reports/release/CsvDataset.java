package org.evenstar.reports.release;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.evenstar.reports.ReportException;

/** The rows of one CSV file, read one at a time; must be closed. */
public final class CsvDataset implements Iterator<Row>, AutoCloseable {
  private final Path file;
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private final Map<String, Integer> columns = new HashMap<>();

  CsvDataset(Path file) {
    this.file = file;
    try {
      reader = CsvReader.builder().detectBomHeader(true).ofCsvRecord(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw unreadable(e);
    }
    records = reader.iterator();
    if (records.hasNext()) {
      for (String name : records.next().getFields()) {
        columns.put(name, columns.size());
      }
    }
  }

  /** The column names in the file's order. */
  public List<String> columns() {
    return columns.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public boolean hasNext() {
    try {
      return records.hasNext();
    } catch (RuntimeException e) {
      throw unreadable(e);
    }
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException(file.toString());
    }
    return new Row(columns, records.next().getFields());
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private ReportException unreadable(Exception e) {
    return new ReportException(
        "Cannot read '" + file + "': " + e.getMessage() + "; verify the release", e);
  }
}
