package org.evenstar.sample;

/**
 * What to make up.
 *
 * @param institutions number of institutions, 50 to 10 million; anchor cases and messes come on top
 * @param months number of months from 2024-01, 1 to 120
 * @param seed the same seed gives the same bytes
 * @param faults whether bodies score differently
 * @param messes whether deliveries are messy
 */
public record SampleOptions(
    long institutions, int months, long seed, Planting faults, Planting messes) {

  /** Whether something is planted. */
  public enum Planting {
    /** Nothing is. */
    NONE,
    /** Every kind is. */
    ALL
  }

  private static final long MOST_INSTITUTIONS = 10_000_000;
  private static final int MOST_MONTHS = 120;

  public SampleOptions {
    if (institutions < 50 || institutions > MOST_INSTITUTIONS) {
      throw new IllegalArgumentException(
          "Cannot make a sample of '"
              + institutions
              + "' institutions: the range is 50 to 10000000; choose a number within it");
    }
    if (months < 1 || months > MOST_MONTHS) {
      throw new IllegalArgumentException(
          "Cannot make a sample of '"
              + months
              + "' months: the range is 1 to 120; choose a number within it");
    }
  }

  boolean hasFaults() {
    return faults == Planting.ALL;
  }

  boolean hasMesses() {
    return messes == Planting.ALL;
  }
}
