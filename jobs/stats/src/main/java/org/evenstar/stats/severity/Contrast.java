package org.evenstar.stats.severity;

import java.util.List;

/**
 * A difference the data leave open: the mean severity of some bodies less that of others, and with
 * it the difficulties of some indicators less those of others.
 *
 * @param bodies bodies on one side
 * @param against bodies on the other
 * @param indicators indicators that move with the first, where indicators are involved
 * @param againstIndicators indicators that move with the second
 */
public record Contrast(
    List<Integer> bodies,
    List<Integer> against,
    List<Integer> indicators,
    List<Integer> againstIndicators) {

  /** Copies its lists. */
  public Contrast {
    bodies = List.copyOf(bodies);
    against = List.copyOf(against);
    indicators = List.copyOf(indicators);
    againstIndicators = List.copyOf(againstIndicators);
  }
}
