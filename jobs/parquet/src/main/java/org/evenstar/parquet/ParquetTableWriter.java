package org.evenstar.parquet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes one table as one Parquet file, row by row: set the columns of a row, then {@link #endRow}.
 *
 * <p>Row groups stay below a million rows and pages at 1 MB, so that every reader is fast on them.
 * The same rows give the same bytes. Not for use by several threads at once.
 */
public final class ParquetTableWriter implements AutoCloseable {
  private final Path file;
  private final RowGroups groups;
  private final Row row;
  private long rows;

  private ParquetTableWriter(Path file, RowGroups groups, Row row) {
    this.file = file;
    this.groups = groups;
    this.row = row;
  }

  /**
   * Creates a work file ({@link ParquetProfile#STAGING}).
   *
   * @throws IOException when the file cannot be written
   */
  public static ParquetTableWriter create(
      Path file, List<ParquetColumn> columns, Map<String, String> metadata) throws IOException {
    return create(file, columns, metadata, ParquetProfile.STAGING);
  }

  /**
   * Creates a file, replacing one of that name.
   *
   * @param file where to; its folder must exist
   * @param columns the columns in order, at least one
   * @param metadata key-value pairs for the footer; written in key order
   * @param profile layout
   * @throws IOException when the file cannot be written
   */
  public static ParquetTableWriter create(
      Path file, List<ParquetColumn> columns, Map<String, String> metadata, ParquetProfile profile)
      throws IOException {
    if (columns.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot write Parquet '" + file + "': it has no column; give at least one");
    }
    Files.deleteIfExists(file);
    List<ParquetColumn> kept = List.copyOf(columns);
    RowGroups groups = new RowGroups(file, kept, new TreeMap<>(metadata), profile);
    return new ParquetTableWriter(file, groups, new Row(kept));
  }

  /** Sets a text; null leaves the column out. */
  public void setText(int column, @Nullable String value) {
    row.objects[column] = value;
    row.present[column] = value != null;
  }

  /** Sets a whole number. */
  public void setInt(int column, int value) {
    setLong(column, value);
  }

  /** Sets a whole number. */
  public void setLong(int column, long value) {
    row.longs[column] = value;
    row.present[column] = true;
  }

  /** Sets a double. */
  public void setDouble(int column, double value) {
    row.longs[column] = Double.doubleToRawLongBits(value);
    row.present[column] = true;
  }

  /** Sets a truth value. */
  public void setBoolean(int column, boolean value) {
    setLong(column, value ? 1 : 0);
  }

  /** Sets a date as days since 1970-01-01. */
  public void setDate(int column, long epochDay) {
    setLong(column, epochDay);
  }

  /** Leaves a column out of this row; columns never set are left out, too. */
  public void setNull(int column) {
    row.present[column] = false;
  }

  /**
   * Ends the row and clears its columns.
   *
   * @throws IOException when the file cannot be written
   * @throws IllegalStateException when a required column was not set
   */
  public void endRow() throws IOException {
    row.checkComplete();
    groups.write(row);
    row.clear();
    rows++;
  }

  /** Rows ended so far. */
  public long rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    groups.close();
    StableFooter.sort(file);
  }
}
