package org.evenstar.sample;

import java.util.List;

/**
 * Files planted beside the deliveries.
 *
 * @param stopped files of which no row is read
 * @param duplicates files that stand twice
 * @param crossDelivery rows that only show to be wrong beside another file's
 */
record Damage(
    List<Truth.StoppedFile> stopped,
    List<Truth.DuplicateFile> duplicates,
    List<Truth.PlantedProblem> crossDelivery) {

  Damage {
    stopped = List.copyOf(stopped);
    duplicates = List.copyOf(duplicates);
    crossDelivery = List.copyOf(crossDelivery);
  }

  /** Nothing planted. */
  static Damage none() {
    return new Damage(List.of(), List.of(), List.of());
  }
}
