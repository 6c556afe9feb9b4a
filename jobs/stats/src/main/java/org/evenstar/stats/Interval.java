package org.evenstar.stats;

/**
 * A closed interval of finite numbers.
 *
 * @param lower its lower end
 * @param upper its upper end, at least {@code lower}
 */
public record Interval(double lower, double upper) {

  /** Refuses ends that are not finite or in the wrong order. */
  public Interval {
    if (!Double.isFinite(lower) || !Double.isFinite(upper) || lower > upper) {
      throw new IllegalArgumentException(
          "Cannot make interval '[%s, %s]': the ends must be finite and in order; report a Status instead"
              .formatted(lower, upper));
    }
  }

  /** Whether {@code value} lies inside or on an end. */
  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }

  /** Whether every point of this interval lies in {@code other}. */
  public boolean isWithin(Interval other) {
    return other.lower <= lower && upper <= other.upper;
  }
}
