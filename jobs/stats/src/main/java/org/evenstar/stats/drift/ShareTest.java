package org.evenstar.stats.drift;

import org.apache.commons.math3.special.Beta;
import org.evenstar.stats.Estimate;
import org.evenstar.stats.benchmark.BinomialInterval;

/**
 * A share against what was expected of it: certificates in the last days of a quarter, scores equal
 * to the threshold rather than one below, one digit among ten.
 *
 * @param share the share with its Wilson interval at 95 %; absent when n = 0
 * @param expected the share under the null hypothesis
 * @param probability exact, two-sided: twice the smaller tail, at most 1; 1 when n = 0
 * @param n trials
 */
public record ShareTest(Estimate share, double expected, double probability, long n) {

  /**
   * Tests {@code successes} of {@code n} against the share {@code expected}, in (0, 1).
   *
   * <p>Doubling the smaller tail equals R's {@code binom.test} at one half and is conservative
   * elsewhere.
   */
  public static ShareTest of(long successes, long n, double expected) {
    Estimate share = BinomialInterval.wilson(successes, n, 0.95);
    double up = (double) successes;
    double down = (double) (n - successes);
    double atMost = down == 0 ? 1 : Beta.regularizedBeta(1 - expected, down, up + 1);
    double atLeast = up == 0 ? 1 : Beta.regularizedBeta(expected, up, down + 1);
    double probability = n == 0 ? 1 : Math.min(1, 2 * Math.min(atMost, atLeast));
    return new ShareTest(share, expected, probability, n);
  }

  /**
   * The rush at a period's end: {@code late} of {@code n} assessments fall on its last {@code
   * lateDays} of {@code days} working days.
   */
  public static ShareTest rush(long late, long n, int lateDays, int days) {
    return of(late, n, (double) lateDays / days);
  }

  /** Two neighbouring scores, which chance would split evenly: 'at' against 'below'. */
  public static ShareTest adjacent(long below, long at) {
    return of(at, below + at, 0.5);
  }
}
