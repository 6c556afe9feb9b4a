package org.evenstar.parquet;

/**
 * One column of a table.
 *
 * @param name column name, singular snake_case
 * @param type column type
 * @param nullable whether a row may leave it out
 */
public record ParquetColumn(String name, ColumnType type, boolean nullable) {

  /** A column that every row fills. */
  public static ParquetColumn required(String name, ColumnType type) {
    return new ParquetColumn(name, type, false);
  }

  /** A column that a row may leave out. */
  public static ParquetColumn nullable(String name, ColumnType type) {
    return new ParquetColumn(name, type, true);
  }
}
