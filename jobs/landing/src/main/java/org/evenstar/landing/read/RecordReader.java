package org.evenstar.landing.read;

import java.io.Closeable;
import java.io.IOException;

/**
 * The records of one file, read forward once in bounded memory. A header comes before its rows and
 * may come again where a file has several sheets.
 */
public interface RecordReader extends Closeable {

  /** What {@link #next} stands on. */
  enum Kind {
    HEADER,
    ROW,
    END
  }

  /** Moves on. */
  Kind next() throws IOException;

  /** Sheet of the record; empty where the format has none. */
  String sheet();

  /** Row as a person sees it, from 1. */
  int rowNumber();

  /** Cells of the record. */
  int size();

  /** A cell's text; empty when blank or beyond the record's end. */
  String cell(int column);
}
