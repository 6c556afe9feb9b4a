package org.evenstar.stats.severity;

/** What can be said of severities. */
public enum SeverityStatus {
  /** All bodies can be compared. */
  IDENTIFIED,
  /** Some bodies cannot be compared with some others, whatever their severities are. */
  NOT_IDENTIFIED,
  /** A body's ratings are all at one end, so its severity has no finite estimate. */
  UNBOUNDED,
  /** A category nobody used in an informative rating: its threshold has no finite estimate. */
  THRESHOLD_NOT_OBSERVED,
  /** There is nothing to estimate from. */
  NO_DATA,
  /** The iterations allowed were not enough. */
  NOT_CONVERGED,
  /** More parameters than a dense information matrix allows. */
  TOO_LARGE
}
