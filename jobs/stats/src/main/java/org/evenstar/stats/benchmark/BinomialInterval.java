package org.evenstar.stats.benchmark;

import org.evenstar.stats.Distributions;
import org.evenstar.stats.Estimate;
import org.evenstar.stats.Status;

/**
 * Intervals for a share {@code x / n}, such as the share of institutions with a star.
 *
 * <p>At n = 0 the estimate is absent with {@link Status#NO_DATA}. Shares of exactly 0 or 1 get a
 * one-sided looking but valid interval that never leaves [0, 1].
 */
public final class BinomialInterval {

  private BinomialInterval() {}

  /**
   * Wilson's score interval: {@code (p̂ + z²/2n ± z √(p̂(1-p̂)/n + z²/4n²)) / (1 + z²/n)}.
   *
   * <p>Reference: Wilson (1927), J. Am. Stat. Assoc. 22; recommended by Brown, Cai and DasGupta
   * (2001), Statistical Science 16.
   *
   * @param successes how many have the property, 0 to {@code n}
   * @param n how many were looked at
   * @param confidence the confidence level, such as 0.95
   */
  public static Estimate wilson(long successes, long n, double confidence) {
    requireCount(successes, n);
    if (n == 0) {
      return Estimate.absent(Status.NO_DATA);
    }
    double z = Distributions.normalReach(confidence);
    double share = (double) successes / n;
    double z2n = z * z / n;
    double centre = share + z2n / 2;
    double reach = z * Math.sqrt(share * (1 - share) / n + z2n / (4 * n));
    // At 0 and n the exact ends are 0 and 1; rounding must not move them.
    double lower = successes == 0 ? 0 : (centre - reach) / (1 + z2n);
    double upper = successes == n ? 1 : (centre + reach) / (1 + z2n);
    return Estimate.of(share, lower, upper);
  }

  /**
   * The exact interval of Clopper and Pearson (1934), Biometrika 26, from beta quantiles: lower
   * {@code B(α/2; x, n-x+1)}, upper {@code B(1-α/2; x+1, n-x)}.
   *
   * @param successes how many have the property, 0 to {@code n}
   * @param n how many were looked at
   * @param confidence the least confidence level, such as 0.95
   */
  public static Estimate clopperPearson(long successes, long n, double confidence) {
    requireCount(successes, n);
    if (n == 0) {
      return Estimate.absent(Status.NO_DATA);
    }
    double tail = (1 - confidence) / 2;
    double share = (double) successes / n;
    double lower =
        successes == 0
            ? 0
            : Distributions.betaQuantile(tail, (double) successes, (double) n - successes + 1);
    double upper =
        successes == n
            ? 1
            : Distributions.betaQuantile(1 - tail, successes + 1.0, (double) n - successes);
    return Estimate.of(share, lower, upper);
  }

  private static void requireCount(long successes, long n) {
    if (successes < 0 || successes > n) {
      throw new IllegalArgumentException(
          "Cannot compute share '%d of %d': the count is outside 0 to n; check what is counted"
              .formatted(successes, n));
    }
  }
}
