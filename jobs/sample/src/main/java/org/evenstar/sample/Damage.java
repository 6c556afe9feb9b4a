package org.evenstar.sample;

import java.util.List;

/**
 * Files planted beside the deliveries.
 *
 * @param stopped files of which no row is read
 * @param duplicates files that stand twice
 */
record Damage(List<Truth.StoppedFile> stopped, List<Truth.DuplicateFile> duplicates) {

  /** Nothing damaged. */
  static Damage none() {
    return new Damage(List.of(), List.of());
  }
}
