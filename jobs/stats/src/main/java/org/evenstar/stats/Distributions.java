package org.evenstar.stats;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Erf;

/**
 * Quantiles and tail probabilities of the textbook distributions, to at least ten digits.
 *
 * <p>Apache Commons Math inverts to 1e-9 unless told otherwise; here it is told otherwise.
 */
public final class Distributions {

  private static final double ACCURACY = 1e-15;
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  private Distributions() {}

  /** The standard normal quantile of {@code p} in (0, 1). */
  public static double normalQuantile(double p) {
    return NORMAL.inverseCumulativeProbability(requireOpenShare(p));
  }

  /** The half-width, in standard errors, of the two-sided normal interval: 1.959964 at 0.95. */
  public static double normalReach(double confidence) {
    return normalQuantile(0.5 + requireOpenShare(confidence) / 2);
  }

  /** P(Z ≤ z) for a standard normal Z. */
  public static double normalCdf(double z) {
    return 0.5 * Erf.erfc(-z / Math.sqrt(2));
  }

  /** P(|Z| ≥ |z|) for a standard normal Z, accurate far into the tail. */
  public static double normalTwoSided(double z) {
    return Erf.erfc(Math.abs(z) / Math.sqrt(2));
  }

  /** The quantile of Student's t with {@code df} degrees of freedom. */
  public static double tQuantile(double p, double df) {
    return new TDistribution(null, df, ACCURACY).inverseCumulativeProbability(requireOpenShare(p));
  }

  /** P(|T| ≥ |t|) for Student's t with {@code df} degrees of freedom. */
  public static double tTwoSided(double t, double df) {
    return 2 * new TDistribution(null, df).cumulativeProbability(-Math.abs(t));
  }

  /** The quantile of F with the given degrees of freedom. */
  public static double fQuantile(double p, double df1, double df2) {
    return new FDistribution(null, df1, df2, ACCURACY)
        .inverseCumulativeProbability(requireOpenShare(p));
  }

  /** P(F ≥ f). */
  public static double fUpperTail(double f, double df1, double df2) {
    if (f <= 0) {
      return 1;
    }
    // The lower tail of the reciprocal keeps digits that 1 - cdf would cancel.
    return new FDistribution(null, df2, df1).cumulativeProbability(1 / f);
  }

  /** The quantile of chi-squared with {@code df} degrees of freedom. */
  public static double chiSquaredQuantile(double p, double df) {
    return new ChiSquaredDistribution(null, df, ACCURACY)
        .inverseCumulativeProbability(requireOpenShare(p));
  }

  /** P(X ≥ x) for chi-squared with {@code df} degrees of freedom. */
  public static double chiSquaredUpperTail(double x, double df) {
    return x <= 0
        ? 1
        : org.apache.commons.math3.special.Gamma.regularizedGammaQ(df / 2, x / 2, 1e-15, 10_000);
  }

  /** The quantile of the beta distribution with shapes {@code a} and {@code b}. */
  public static double betaQuantile(double p, double a, double b) {
    return new BetaDistribution(null, a, b, ACCURACY)
        .inverseCumulativeProbability(requireOpenShare(p));
  }

  private static double requireOpenShare(double p) {
    if (!(p > 0 && p < 1)) {
      throw new IllegalArgumentException(
          "Cannot take quantile at '%s': it is outside (0, 1); give a share such as 0.95"
              .formatted(p));
    }
    return p;
  }
}
