package org.evenstar.landing.read;

import java.io.Closeable;
import java.io.IOException;
import org.evenstar.landing.decode.Found;
import org.jspecify.annotations.Nullable;

/**
 * The records of one file, read forward once in bounded memory. A header comes before its rows and
 * may come again where a file has several sheets.
 */
public interface RecordReader extends Closeable {

  /** What {@link #next} stands on. */
  enum Kind {
    HEADER,
    ROW,
    /** Something to tell that is no dossier: see {@link #note}. */
    NOTE,
    END
  }

  /**
   * Moves on.
   *
   * @throws Unreadable when the file turns out to be damaged or unsafe
   */
  Kind next() throws IOException;

  /** Sheet of the record; empty where the format has none. */
  String sheet();

  /** Row as a person sees it, from 1. */
  int rowNumber();

  /** Cells of the record. */
  int size();

  /** A cell's text; empty when blank or beyond the record's end. */
  String cell(int column);

  /** What there is to tell at a {@link Kind#NOTE}. */
  default Found note() {
    throw new IllegalStateException("the reader does not stand on a note");
  }

  /** Column that the note is about; empty when it is about the row. */
  default String noteColumn() {
    return "";
  }

  /** Why this row cannot be read, or null. */
  default @Nullable Found broken() {
    return null;
  }

  /** Whether a cell's text was taken from the merged range it lies in. */
  default boolean isFilled(int column) {
    return false;
  }

  /** Scores that the record names itself; 0 where each item has its own column. */
  default int scores() {
    return 0;
  }

  /** Item of such a score, as delivered. */
  default String scoreItem(int score) {
    throw new IndexOutOfBoundsException(score);
  }

  /** Value of such a score, as delivered; empty when blank. */
  default String scoreValue(int score) {
    throw new IndexOutOfBoundsException(score);
  }
}
