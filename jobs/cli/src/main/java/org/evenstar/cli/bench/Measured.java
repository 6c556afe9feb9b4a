package org.evenstar.cli.bench;

import java.util.List;
import java.util.Map;

/**
 * What one process took to compute one subject.
 *
 * @param subject {@code bare}, {@code evenstar}, {@code new-month}, {@code duckdb-sql}, {@code
 *     spark-sql}, {@code data.table}
 * @param engine name and version of what computed
 * @param seconds from readable data to the last table; starting the process is not counted
 * @param peakBytes most memory the process held; 0 where the system does not tell
 * @param steps seconds of its parts, in order
 * @param cells what it came to, to be compared between subjects: {@code n_cells}, {@code n}, sums
 *     of {@code mean}, {@code q1}, {@code median}, {@code q3} over cells; empty for the bare scan
 */
record Measured(
    String subject,
    String engine,
    double seconds,
    long peakBytes,
    List<Step> steps,
    Map<String, Double> cells) {

  /** Largest relative difference of sums of doubles in another order. */
  private static final double TOLERANCE = 1e-9;

  Measured {
    steps = List.copyOf(steps);
    cells = Map.copyOf(cells);
  }

  /** A part. */
  record Step(String name, double seconds) {}

  /** Whether two subjects came to the same cells. */
  boolean agreesWith(Measured other) {
    return cells.keySet().equals(other.cells.keySet())
        && cells.entrySet().stream()
            .allMatch(
                cell ->
                    isClose(cell.getValue(), other.cells.getOrDefault(cell.getKey(), Double.NaN)));
  }

  private static boolean isClose(double first, double second) {
    return Math.abs(first - second) <= TOLERANCE * Math.max(Math.abs(first), Math.abs(second));
  }
}
