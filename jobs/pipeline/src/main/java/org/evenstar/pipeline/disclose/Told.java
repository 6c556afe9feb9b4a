package org.evenstar.pipeline.disclose;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The cells that are told, by their numbers (see {@code CellKeys}).
 *
 * @param detail of each told cell without a measure: 0 counts and means, 1 with quartiles, 2 with
 *     deciles
 * @param measures told cells with a measure of which less is told, −1 for nothing
 */
public record Told(Map<Long, Integer> detail, Map<Long, Integer> measures) {

  /** Of a measure that is not told in a cell that is. */
  static final int NOTHING = -1;

  public Told {
    detail = Map.copyOf(detail);
    measures = Map.copyOf(measures);
  }

  /** Whether a measure of a cell is told. */
  public boolean isTold(long cell, long cellOfMeasure) {
    return detail.containsKey(cell) && measures.getOrDefault(cellOfMeasure, 0) > NOTHING;
  }

  /** The told cells with a measure that is not, in order. */
  Set<Long> withheldMeasures() {
    Set<Long> withheld = new TreeSet<>();
    measures.forEach(
        (cell, told) -> {
          if (told == NOTHING) {
            withheld.add(cell);
          }
        });
    return withheld;
  }
}
