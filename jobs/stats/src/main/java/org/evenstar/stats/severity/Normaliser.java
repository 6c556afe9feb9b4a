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
  SADDLE_POINT,
  /**
   * Locations estimated jointly: the saddle point without its corrections. Biased outward by about
   * one part in the number of ratings; for {@link JointRasch} only.
   */
  JOINT
}
