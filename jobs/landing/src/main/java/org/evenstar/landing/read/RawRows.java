package org.evenstar.landing.read;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.evenstar.landing.decode.Found;
import org.jspecify.annotations.Nullable;

/** The rows of a table as they stand, title and totals included; read forward once. */
interface RawRows extends Closeable {

  /** Moves to the next row that holds any text; false after the last. */
  boolean next() throws IOException;

  /** Sheet of the row; empty where the format has none. */
  String sheet();

  /** Row as a person sees it, from 1. */
  int rowNumber();

  /** Texts of the row's cells; stays as it is when the reader moves on. */
  List<String> cells();

  /** Why this row cannot be whole, or null. */
  default @Nullable Found broken() {
    return null;
  }

  /** Whether a column of the present sheet is hidden. */
  default boolean isHidden(int column) {
    return false;
  }

  /** Whether a cell's text was taken from the merged range it lies in. */
  default boolean isFilled(int column) {
    return false;
  }

  /** Whether short rows are whole: a worksheet leaves out blank cells at the end. */
  default boolean leavesOutBlanks() {
    return false;
  }
}
