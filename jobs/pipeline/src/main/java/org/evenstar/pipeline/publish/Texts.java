package org.evenstar.pipeline.publish;

import java.time.LocalDate;
import org.evenstar.engine.Rows;
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
    return switch (type) {
      case "text" -> rows.textAt(column);
      case "int", "bigint" -> Long.toString(rows.longAt(column));
      case "double" -> PlainNumber.of(rows.doubleAt(column));
      case "boolean" -> Boolean.toString(rows.booleanAt(column));
      case "date" -> LocalDate.ofEpochDay(rows.dateAt(column)).toString();
      default -> throw new IllegalArgumentException("Cannot read column type '" + type + "'");
    };
  }
}
