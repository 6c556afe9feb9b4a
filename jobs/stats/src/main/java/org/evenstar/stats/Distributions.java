package org.evenstar.stats;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;

/**
 * Quantiles and tail probabilities of the textbook distributions, to at least ten digits.
 *
 * <p>Apache Commons Math inverts to 1e-9 at best and slowly beyond; its rough answer is polished by
 * Newton steps on the distribution function.
 */
public final class Distributions {

  /** Where Newton's method takes over from Commons Math's bracketing, which is slow beyond it. */
  private static final double ROUGHLY = 1e-6;

  private static final int POLISHING_STEPS = 4;

  /** After a move this small, relative to the quantile, Newton's next is below rounding. */
  private static final double LAST_MOVE = 1e-9;

  /** Degrees of freedom from which the expansion has all digits that are promised. */
  private static final double EXPANSION_SUFFICES = 1000;

  private static final int MOST_QUANTILES = 100_000;

  /** Every benchmark cell has an interval, and sizes of cells repeat; Welch's freedom does not. */
  private static final Map<TPoint, Double> T_QUANTILES = new ConcurrentHashMap<>();

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

  private record TPoint(double p, double df) {}

  /** The quantile of Student's t with {@code df} degrees of freedom. */
  public static double tQuantile(double p, double df) {
    requireOpenShare(p);
    if (p < 0.5) {
      return -tQuantile(1 - p, df);
    }
    if (df != Math.rint(df)) {
      return upperTQuantile(new TPoint(p, df));
    }
    if (T_QUANTILES.size() >= MOST_QUANTILES) {
      T_QUANTILES.clear();
    }
    return T_QUANTILES.computeIfAbsent(new TPoint(p, df), Distributions::upperTQuantile);
  }

  private static double upperTQuantile(TPoint at) {
    double p = at.p();
    double df = at.df();
    if (df < 3) {
      return polished(new TDistribution(null, df, ROUGHLY), p);
    }
    double x = expandedTQuantile(normalQuantile(p), df);
    if (df >= EXPANSION_SUFFICES) {
      return x;
    }
    // The expansion is so close that Newton's method, which squares the error, is soon there;
    // benchmark cells have an interval each, so that every step counts.
    TDistribution t = new TDistribution(null, df);
    for (int step = 0; step < 60; step++) {
      double move = (p - t.cumulativeProbability(x)) / t.density(x);
      x += move;
      if (Math.abs(move) <= LAST_MOVE * Math.max(1, x)) {
        return x;
      }
    }
    return x;
  }

  /** Cornish and Fisher's expansion (Abramowitz and Stegun 1964, 26.7.5) to the fourth order. */
  private static double expandedTQuantile(double z, double df) {
    double square = z * z;
    double first = z * (square + 1) / 4;
    double second = z * ((5 * square + 16) * square + 3) / 96;
    double third = z * (((3 * square + 19) * square + 17) * square - 15) / 384;
    double fourth =
        z * ((((79 * square + 776) * square + 1482) * square - 1920) * square - 945) / 92_160;
    return z + (first + (second + (third + fourth / df) / df) / df) / df;
  }

  /** P(|T| ≥ |t|) for Student's t with {@code df} degrees of freedom. */
  public static double tTwoSided(double t, double df) {
    return 2 * new TDistribution(null, df).cumulativeProbability(-Math.abs(t));
  }

  /** The quantile of F with the given degrees of freedom. */
  public static double fQuantile(double p, double df1, double df2) {
    return polished(new FDistribution(null, df1, df2, ROUGHLY), p);
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
    return polished(new ChiSquaredDistribution(null, df, ROUGHLY), p);
  }

  /** P(X ≥ x) for chi-squared with {@code df} degrees of freedom. */
  public static double chiSquaredUpperTail(double x, double df) {
    return x <= 0 ? 1 : Gamma.regularizedGammaQ(df / 2, x / 2, 1e-15, 10_000);
  }

  /** P(X ≤ x) for chi-squared with {@code df} degrees of freedom. */
  public static double chiSquaredLowerTail(double x, double df) {
    return x <= 0 ? 0 : Gamma.regularizedGammaP(df / 2, x / 2, 1e-15, 10_000);
  }

  /**
   * P(X ≥ x) of a Poisson count whose mean is gamma distributed.
   *
   * @param x at least 1
   * @param mean of the mean
   * @param shape of the gamma distribution: the variance of the mean is mean² / shape
   */
  public static double negativeBinomialUpperTail(double x, double mean, double shape) {
    return Beta.regularizedBeta(mean / (mean + shape), x, shape);
  }

  /** The quantile of the beta distribution with shapes {@code a} and {@code b}. */
  public static double betaQuantile(double p, double a, double b) {
    return polished(new BetaDistribution(null, a, b, ROUGHLY), p);
  }

  private static double polished(RealDistribution distribution, double p) {
    double x = distribution.inverseCumulativeProbability(requireOpenShare(p));
    for (int step = 0; step < POLISHING_STEPS; step++) {
      double density = distribution.density(x);
      double next = x - (distribution.cumulativeProbability(x) - p) / density;
      boolean isInside =
          next > distribution.getSupportLowerBound() && next < distribution.getSupportUpperBound();
      if (!(density > 0) || !isInside || next == x) {
        return x;
      }
      x = next;
    }
    return x;
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
