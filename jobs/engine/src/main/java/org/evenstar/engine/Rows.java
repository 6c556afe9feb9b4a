package org.evenstar.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a query, read forward once; columns count from 0. */
public interface Rows extends AutoCloseable {

  /** Column names. */
  List<String> columns();

  /** Moves to the next row; false after the last. */
  boolean next();

  /** Whether the cell is null. */
  boolean isNull(int column);

  /** A whole number; 0 when null. */
  long longAt(int column);

  /** A double; 0 when null. */
  double doubleAt(int column);

  /** A text; null when null. */
  @Nullable String textAt(int column);

  /** A truth value; false when null. */
  boolean booleanAt(int column);

  /** A date as days since 1970-01-01; 0 when null. */
  long dateAt(int column);

  @Override
  void close();
}
