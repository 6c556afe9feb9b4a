package org.evenstar.disclosure;

/**
 * Why a cell is withheld. The exact reason is for those who may see the cell anyway; a reader is
 * shown {@link #shown()}, because "withheld for being 0 %" gives the value away.
 */
public enum Reason {
  /** Fewer contributors than the tier allows. */
  PRIMARY_MIN_N,
  /** One or two contributors hold too much of it. */
  DOMINANCE,
  /** The second largest contributor could estimate the largest too closely. */
  P_PERCENT,
  /** All or none of its members have a quality. */
  CLASS_DISCLOSURE,
  /** The owner of the release asked for it. */
  MUST_HIDE,
  /** It would let an earlier release be subtracted from this one. */
  DIFFERENCING,
  /** It would let a withheld cell be computed. */
  COMPLEMENTARY;

  /** The one word a reader sees. */
  public static String shown() {
    return "WITHHELD";
  }

  /** Whether the cell itself is confidential, rather than withheld to protect another. */
  public boolean isPrimary() {
    return this != COMPLEMENTARY && this != DIFFERENCING;
  }
}
