package org.evenstar.sample.delivery;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Writes one delivery file, row by row; the same rows give the same bytes. */
interface DeliveryWriter extends Closeable {

  /** Writes a row and gives its number as a person sees it. */
  int write(DeliveryRow row) throws IOException;

  /** The sheet that the last row went to; empty for formats without sheets. */
  default String sheet() {
    return "";
  }

  /** What was written beside dossiers; complete when closed. File names are left empty. */
  default List<RowNote> notes() {
    return List.of();
  }
}
