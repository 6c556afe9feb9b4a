package org.evenstar.pipeline.publish;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.evenstar.engine.Rows;
import org.evenstar.parquet.ColumnType;
import org.jspecify.annotations.Nullable;

/** Some rows of a dataset, column by column; everything but texts as 64 bits. */
final class RowBatch {
  private static final int ROWS = 1024;

  private final ColumnType[] types;
  private final long[][] numbers;
  private final @Nullable String[][] texts;
  private final boolean[][] present;
  private int size;

  RowBatch(List<ColumnType> types) {
    this.types = types.toArray(new ColumnType[0]);
    int width = this.types.length;
    this.numbers = new long[width][];
    this.texts = new @Nullable String[width][];
    this.present = new boolean[width][ROWS];
    for (int i = 0; i < width; i++) {
      boolean isText = this.types[i] == ColumnType.TEXT;
      numbers[i] = new long[isText ? 0 : ROWS];
      texts[i] = new @Nullable String[isText ? ROWS : 0];
    }
  }

  /**
   * Takes the row that {@code from} stands on.
   *
   * @return true when the batch is full
   */
  boolean add(Rows from) {
    for (int i = 0; i < types.length; i++) {
      boolean isPresent = !from.isNull(i);
      present[i][size] = isPresent;
      if (isPresent) {
        switch (types[i]) {
          case TEXT -> texts[i][size] = from.textAt(i);
          case INT, BIGINT -> numbers[i][size] = from.longAt(i);
          case DOUBLE -> numbers[i][size] = Double.doubleToRawLongBits(from.doubleAt(i));
          case BOOLEAN -> numbers[i][size] = from.booleanAt(i) ? 1 : 0;
          case DATE -> numbers[i][size] = from.dateAt(i);
        }
      }
    }
    return ++size == ROWS;
  }

  void clear() {
    for (String[] column : texts) {
      Arrays.fill(column, null);
    }
    size = 0;
  }

  int size() {
    return size;
  }

  int width() {
    return types.length;
  }

  ColumnType type(int column) {
    return types[column];
  }

  boolean isPresent(int column, int row) {
    return present[column][row];
  }

  /** A present text. */
  String text(int column, int row) {
    return Objects.requireNonNull(texts[column][row]);
  }

  /** A present cell that is no text: the whole number, the bits of the double, 0 or 1, the day. */
  long number(int column, int row) {
    return numbers[column][row];
  }

  /** A present cell as a release writes it as text. */
  String plain(int column, int row) {
    return switch (types[column]) {
      case TEXT -> text(column, row);
      case INT, BIGINT -> Long.toString(numbers[column][row]);
      case DOUBLE -> PlainNumber.of(Double.longBitsToDouble(numbers[column][row]));
      case BOOLEAN -> Boolean.toString(numbers[column][row] != 0);
      case DATE -> LocalDate.ofEpochDay(numbers[column][row]).toString();
    };
  }
}
