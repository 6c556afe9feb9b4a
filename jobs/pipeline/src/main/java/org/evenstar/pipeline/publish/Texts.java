package org.evenstar.pipeline.publish;

import java.time.LocalDate;
import java.util.Locale;
import org.evenstar.engine.Rows;
import org.evenstar.parquet.ColumnType;
import org.jspecify.annotations.Nullable;

/** Cells of an engine's rows as a release writes them, whichever engine they come from. */
public final class Texts {
  private Texts() {}

  /**
   * A cell as text; null when it is absent.
   *
   * @param type column type of the dataset's schema
   */
  public static @Nullable String of(Rows rows, int column, String type) {
    if (rows.isNull(column)) {
      return null;
    }
    ColumnType columnType = ColumnType.valueOf(type.toUpperCase(Locale.ROOT));
    return columnType == ColumnType.TEXT
        ? rows.textAt(column)
        : of(columnType, bits(rows, column, columnType));
  }

  /**
   * A present cell that is no text, as 64 bits: the whole number, the bits of the double, 0 or 1,
   * the day.
   */
  static long bits(Rows rows, int column, ColumnType type) {
    return switch (type) {
      case DOUBLE -> Double.doubleToRawLongBits(rows.doubleAt(column));
      case BOOLEAN -> rows.booleanAt(column) ? 1 : 0;
      case DATE -> rows.dateAt(column);
      default -> rows.longAt(column);
    };
  }

  /** The text of a cell of these {@link #bits}. */
  static String of(ColumnType type, long bits) {
    return switch (type) {
      case DOUBLE -> PlainNumber.of(Double.longBitsToDouble(bits));
      case BOOLEAN -> Boolean.toString(bits != 0);
      case DATE -> LocalDate.ofEpochDay(bits).toString();
      default -> Long.toString(bits);
    };
  }
}
