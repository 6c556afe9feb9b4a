package org.evenstar.stats.severity;

/** How the conditional likelihood's normaliser is computed. */
public enum Normaliser {
  /**
   * Exact for short patterns, and for patterns with so many groups that it costs little more; else
   * saddle point.
   */
  AUTOMATIC,
  /** Exact wherever double precision allows. */
  EXACT,
  /** Saddle point everywhere: for comparison. */
  SADDLE_POINT
}
