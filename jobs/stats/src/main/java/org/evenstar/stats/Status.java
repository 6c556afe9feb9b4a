package org.evenstar.stats;

/** Whether a statistic could be computed, and if not, why. */
public enum Status {
  /** Everything asked for is there. */
  OK,
  /** There is no observation at all. */
  NO_DATA,
  /** There are observations, but fewer than the formula needs. */
  TOO_FEW,
  /** All observations are equal where the formula divides by their spread. */
  NO_VARIATION,
  /** No unit was observed by more than one source, so nothing can be compared. */
  NO_OVERLAP,
  /** The data do not determine the quantity: another value would explain them as well. */
  NOT_IDENTIFIED,
  /** The likelihood grows without end; there is no finite estimate. */
  UNBOUNDED,
  /** The stated number of iterations was not enough. */
  NOT_CONVERGED;

  /** Whether everything asked for was computed. */
  public boolean isOk() {
    return this == OK;
  }
}
