package org.evenstar.pipeline.publish;

import java.io.IOException;
import java.util.Arrays;
import org.evenstar.parquet.ColumnType;
import org.evenstar.parquet.ParquetTableWriter;
import org.jspecify.annotations.Nullable;

/** Some rows of a dataset, column by column; everything but texts as 64 bits. */
final class RowBatch {
  private static final int ROWS = 1024;

  private final ColumnType[] types;
  private final long[][] numbers;
  private final @Nullable String[][] texts;
  private final boolean[][] present;
  private int size;

  RowBatch(ColumnType[] types) {
    this.types = types;
    this.numbers = new long[types.length][];
    this.texts = new @Nullable String[types.length][];
    this.present = new boolean[types.length][ROWS];
    for (int i = 0; i < types.length; i++) {
      boolean isText = types[i] == ColumnType.TEXT;
      numbers[i] = new long[isText ? 0 : ROWS];
      texts[i] = new @Nullable String[isText ? ROWS : 0];
    }
  }

  void text(int column, @Nullable String value) {
    texts[column][size] = value;
    present[column][size] = value != null;
  }

  /** Sets a whole number, the bits of a double, a truth value as 0 or 1, or a day. */
  void number(int column, long value) {
    numbers[column][size] = value;
    present[column][size] = true;
  }

  /** Ends the row; true when the batch is full. */
  boolean endRow() {
    return ++size == ROWS;
  }

  /** Writes all rows and empties the batch. */
  void writeTo(ParquetTableWriter writer) throws IOException {
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < types.length; column++) {
        if (present[column][row]) {
          cell(writer, column, row);
        }
      }
      writer.endRow();
    }
    for (boolean[] column : present) {
      Arrays.fill(column, false);
    }
    size = 0;
  }

  private void cell(ParquetTableWriter writer, int column, int row) {
    switch (types[column]) {
      case TEXT -> writer.setText(column, texts[column][row]);
      case DOUBLE -> writer.setDouble(column, Double.longBitsToDouble(numbers[column][row]));
      default -> writer.setLong(column, numbers[column][row]);
    }
  }
}
