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
    return of(rows, column, ColumnType.valueOf(type.toUpperCase(Locale.ROOT)));
  }

  static @Nullable String of(Rows rows, int column, ColumnType type) {
    if (rows.isNull(column)) {
      return null;
    }
    return switch (type) {
      case TEXT -> rows.textAt(column);
      case INT, BIGINT -> Long.toString(rows.longAt(column));
      case DOUBLE -> PlainNumber.of(rows.doubleAt(column));
      case BOOLEAN -> Boolean.toString(rows.booleanAt(column));
      case DATE -> LocalDate.ofEpochDay(rows.dateAt(column)).toString();
    };
  }
}
