package org.evenstar.landing.receipt;

import java.util.List;
import org.evenstar.landing.Reasons;

/**
 * All problems of one reason in one delivery.
 *
 * @param n how many there are
 * @param places the first of them in reading order, at most {@link #PLACES}
 */
public record ProblemGroup(Reasons.Reason reason, long n, List<Problem> places) {
  /** Places that a group keeps; how many there are beyond is told beside them. */
  public static final int PLACES = 1000;

  public ProblemGroup {
    places = List.copyOf(places);
  }
}
