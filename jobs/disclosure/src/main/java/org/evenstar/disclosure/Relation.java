package org.evenstar.disclosure;

/**
 * A fact every reader may use: Σ coefficient × cell = 0. In a sum the first cell is the whole
 * (coefficient 1) and the others its parts (−1). The arrays are shared, never changed.
 */
final class Relation {

  enum Kind {
    /** Whole = sum of disjoint parts. */
    SUM,
    /** Any other linear fact, such as sum of stars = Σ star × count, or now − earlier = change. */
    LINEAR
  }

  private final int[] cells;
  private final long[] coefficients;
  private final Kind kind;

  Relation(int[] cells, long[] coefficients, Kind kind) {
    this.cells = cells;
    this.coefficients = coefficients;
    this.kind = kind;
  }

  /** Positions in {@link LinkedTables#cells()}. */
  int[] cells() {
    return cells;
  }

  /** One for each cell, never 0. */
  long[] coefficients() {
    return coefficients;
  }

  /** Whether the parts are people who can be united. */
  Kind kind() {
    return kind;
  }
}
