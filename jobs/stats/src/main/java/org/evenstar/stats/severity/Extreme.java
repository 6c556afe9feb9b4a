package org.evenstar.stats.severity;

/**
 * A body or indicator without a finite estimate, because all its informative ratings are alike.
 *
 * @param kind what it is
 * @param index its number
 * @param isHighest whether they are all in the highest category (endlessly lenient, endlessly easy)
 *     rather than all in the lowest
 */
public record Extreme(Kind kind, int index, boolean isHighest) {

  /** What is extreme. */
  public enum Kind {
    /** An assessment body, on institutions it shares with others. */
    BODY,
    /** An indicator, on all informative institutions. */
    INDICATOR
  }
}
