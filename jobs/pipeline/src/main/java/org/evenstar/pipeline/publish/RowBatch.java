package org.evenstar.pipeline.publish;

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
        if (types[i] == ColumnType.TEXT) {
          texts[i][size] = from.textAt(i);
        } else {
          numbers[i][size] = Texts.bits(from, i, types[i]);
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

  /** A present cell that is no text, as {@link Texts#bits}. */
  long number(int column, int row) {
    return numbers[column][row];
  }

  /** A present cell as a release writes it as text. */
  String plain(int column, int row) {
    return types[column] == ColumnType.TEXT
        ? text(column, row)
        : Texts.of(types[column], numbers[column][row]);
  }
}
