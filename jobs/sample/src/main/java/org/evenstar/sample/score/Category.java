package org.evenstar.sample.score;

/** The four steps on which a requirement is scored, and the two ways in which it is not. */
public final class Category {
  /** Not applicable. */
  public static final byte NOT_APPLICABLE = -2;

  /** Not scored: the requirement belongs to a star that was not assessed. */
  public static final byte NOT_SCORED = -1;

  /** Not met, 0. */
  public static final byte NONE = 0;

  /** Partly met, 0.5. */
  public static final byte PARTLY = 1;

  /** Largely met, 0.8. */
  public static final byte LARGELY = 2;

  /** Fully met, 1. */
  public static final byte FULLY = 3;

  private static final int[] TENTHS = {0, 5, 8, 10};

  private Category() {}

  /** A step's score in tenths. */
  public static int tenths(byte category) {
    return TENTHS[category];
  }
}
