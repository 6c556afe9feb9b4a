package org.evenstar.landing.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.evenstar.parquet.ParquetTableReader;
import org.jspecify.annotations.Nullable;

/** The rows of a flat Parquet file, every cell as its plain text. */
final class ParquetRecords implements RecordReader {
  private final ParquetTableReader reader;
  private final List<String> header;
  private @Nullable Object @Nullable [] row;
  private int number;

  ParquetRecords(Path file) throws IOException {
    try {
      this.reader = ParquetTableReader.open(file);
      this.header = reader.columns();
    } catch (RuntimeException | IOException e) {
      throw damaged(e);
    }
    if (header.size() > SafetyLimits.COLUMNS) {
      throw Unreadable.unsafe(header.size() + " columns");
    }
  }

  /** Whatever a damaged file makes the library throw is one thing to its sender. */
  private static Unreadable damaged(Exception e) {
    return e instanceof IllegalArgumentException
            && String.valueOf(e.getMessage()).contains("column")
        ? new Unreadable("FILE_WRONG_FORMAT", String.valueOf(e.getMessage()), "flat Parquet")
        : Unreadable.cutOff("damaged Parquet: " + e.getClass().getSimpleName());
  }

  @Override
  public Kind next() throws IOException {
    if (number == 0) {
      number = 1;
      return Kind.HEADER;
    }
    try {
      row = reader.next();
    } catch (RuntimeException | IOException e) {
      throw damaged(e);
    }
    number++;
    return row == null ? Kind.END : Kind.ROW;
  }

  @Override
  public String sheet() {
    return "";
  }

  @Override
  public int rowNumber() {
    return number - 1;
  }

  @Override
  public int size() {
    return header.size();
  }

  @Override
  public String cell(int column) {
    if (row == null) {
      return header.get(column);
    }
    Object value = row[column];
    if (value instanceof Double number) {
      return Decimals.plain(number);
    }
    return value == null ? "" : value.toString();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
