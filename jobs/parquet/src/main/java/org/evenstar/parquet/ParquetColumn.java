package org.evenstar.parquet;

/**
 * One column of a table.
 *
 * @param name column name, singular snake_case
 * @param type column type
 * @param nullable whether a row may leave it out
 * @param isDistinct whether most rows differ, so that a dictionary would only cost time
 */
public record ParquetColumn(String name, ColumnType type, boolean nullable, boolean isDistinct) {

  /** A column whose values repeat. */
  public ParquetColumn(String name, ColumnType type, boolean nullable) {
    this(name, type, nullable, false);
  }

  /** The column with values that seldom repeat. */
  public ParquetColumn distinct() {
    return new ParquetColumn(name, type, nullable, true);
  }

  /** A column that every row fills. */
  public static ParquetColumn required(String name, ColumnType type) {
    return new ParquetColumn(name, type, false);
  }

  /** A column that a row may leave out. */
  public static ParquetColumn nullable(String name, ColumnType type) {
    return new ParquetColumn(name, type, true);
  }
}
