package org.evenstar.stats.drift;

import org.evenstar.stats.Distributions;
import org.evenstar.stats.Status;

/**
 * Whether last digits are used as they should be: Pearson's chi-squared over the digits.
 *
 * <p>An expected count under 5 gives {@link Status#TOO_FEW} with statistic 0 and probability 1.
 *
 * @param status OK, NO_DATA or TOO_FEW
 * @param chiSquared the statistic
 * @param probability P(χ² ≥ statistic) with digits - 1 degrees of freedom
 * @param preferred the digit most above its expectation
 * @param index of dissimilarity: the share of scores that would have to change digit, 0 to 1
 */
public record DigitPreference(
    Status status, double chiSquared, double probability, int preferred, double index) {

  /** Against an even use of all digits. */
  public static DigitPreference uniform(long[] counts) {
    double[] shares = new double[counts.length];
    java.util.Arrays.fill(shares, 1.0 / counts.length);
    return of(counts, shares);
  }

  /**
   * Against given shares, such as those of all other bodies.
   *
   * @param counts how often each digit was used
   * @param shares what is expected of each, positive, adding to 1
   */
  public static DigitPreference of(long[] counts, double[] shares) {
    long n = 0;
    for (long count : counts) {
      n += count;
    }
    if (n == 0) {
      return new DigitPreference(Status.NO_DATA, 0, 1, 0, 0);
    }
    double chiSquared = 0;
    double moved = 0;
    double most = Double.NEGATIVE_INFINITY;
    int preferred = 0;
    double smallest = Double.MAX_VALUE;
    for (int digit = 0; digit < counts.length; digit++) {
      double expected = n * shares[digit];
      double excess = counts[digit] - expected;
      chiSquared += excess * excess / expected;
      moved += Math.abs(excess);
      smallest = Math.min(smallest, expected);
      if (excess > most) {
        most = excess;
        preferred = digit;
      }
    }
    double index = moved / (2 * n);
    if (smallest < 5) {
      return new DigitPreference(Status.TOO_FEW, 0, 1, preferred, index);
    }
    double probability = Distributions.chiSquaredUpperTail(chiSquared, counts.length - 1.0);
    return new DigitPreference(Status.OK, chiSquared, probability, preferred, index);
  }
}
