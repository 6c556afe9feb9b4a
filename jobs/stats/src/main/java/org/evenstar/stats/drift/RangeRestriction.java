package org.evenstar.stats.drift;

import org.evenstar.stats.Estimate;
import org.evenstar.stats.Status;

/**
 * Central tendency: a body's spread against another's, as the ratio of standard deviations.
 *
 * <p>The interval is normal on the logarithm with variance {@code Σ (κ_g - (n_g-3)/(n_g-1))/(4 (n_g
 * - 1))}, κ the sample kurtosis, so that it does not lean on normal scores (Bonett 2006,
 * Computational Statistics and Data Analysis 50). Fewer than 5 values on a side: TOO_FEW; equal
 * values: NO_VARIATION.
 */
public final class RangeRestriction {

  private RangeRestriction() {}

  /**
   * The ratio sd(body)/sd(others) with its 95 % interval; below 1 the body uses less of the scale.
   */
  public static Estimate ratio(double[] body, double[] others) {
    if (body.length < 5 || others.length < 5) {
      return Estimate.absent(body.length == 0 ? Status.NO_DATA : Status.TOO_FEW);
    }
    Spread own = Spread.of(body);
    Spread rest = Spread.of(others);
    if (own.variance == 0 || rest.variance == 0) {
      return Estimate.absent(Status.NO_VARIATION);
    }
    double logRatio = 0.5 * Math.log(own.variance / rest.variance);
    double error = Math.sqrt(own.logVariance() + rest.logVariance());
    double reach = org.evenstar.stats.Distributions.normalReach(0.95) * error;
    double ratio = Math.exp(logRatio);
    return Estimate.of(
        ratio, ratio * error, Math.exp(logRatio - reach), Math.exp(logRatio + reach));
  }

  private record Spread(int n, double variance, double kurtosis) {

    static Spread of(double[] values) {
      int n = values.length;
      double mean = 0;
      for (double value : values) {
        mean += value / n;
      }
      double second = 0;
      double fourth = 0;
      for (double value : values) {
        double square = (value - mean) * (value - mean);
        second += square;
        fourth += square * square;
      }
      return new Spread(n, second / (n - 1), second == 0 ? 0 : n * fourth / (second * second));
    }

    /** Variance of log sd. */
    double logVariance() {
      return Math.max(0, kurtosis - (n - 3.0) / (n - 1)) / (4.0 * (n - 1));
    }
  }
}
