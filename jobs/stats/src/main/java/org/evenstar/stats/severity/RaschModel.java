package org.evenstar.stats.severity;

/** Whether all indicators share their thresholds. */
public enum RaschModel {
  /** One set of thresholds for all indicators (Andrich 1978). */
  RATING_SCALE,
  /** Every indicator has its own thresholds (Masters 1982). */
  PARTIAL_CREDIT
}
