package org.evenstar.stats.benchmark;

import java.util.Arrays;
import org.evenstar.stats.Distributions;
import org.evenstar.stats.Status;

/**
 * Empirical-Bayes shrinkage of regional means toward their common mean.
 *
 * <p>Model: {@code y_i = μ + u_i + e_i}, {@code u_i ~ N(0, τ²)}, {@code e_i ~ N(0, v_i)} with known
 * {@code v_i}. Shrunken mean {@code μ̂ + B_i (y_i - μ̂)} with {@code B_i = τ²/(τ² + v_i)} and
 * standard error {@code √(B_i v_i + (1 - B_i)² se(μ̂)²)}.
 *
 * <p>References: Efron and Morris (1975); DerSimonian and Laird (1986); Paule and Mandel (1982);
 * Viechtbauer (2005) on REML. No region: {@link Status#NO_DATA}, empty arrays. One region: its own
 * mean unchanged, {@code τ² = 0}, {@link Status#TOO_FEW}. Ties and equal means give {@code τ² = 0},
 * where every region shrinks to μ̂.
 *
 * @param status OK, NO_DATA, TOO_FEW or NOT_CONVERGED (then the last iterate is given)
 * @param tau2 the variance between regions, never negative
 * @param tau2Error its standard error; 0 when τ² = 0 was the boundary and the method has none
 * @param mean μ̂
 * @param meanError its standard error
 * @param q Cochran's Q with inverse-variance weights
 * @param qProbability P(χ² ≥ Q) with k - 1 degrees of freedom
 * @param i2 the share of the total variation that lies between regions, 0 to 1
 * @param estimates one shrunken mean per region, in input order
 * @param errors their standard errors
 */
@SuppressWarnings("ArrayRecordComponent") // columns out, by design of this module
public record Shrinkage(
    Status status,
    double tau2,
    double tau2Error,
    double mean,
    double meanError,
    double q,
    double qProbability,
    double i2,
    double[] estimates,
    double[] errors) {

  /**
   * Fits the model and shrinks.
   *
   * @param means one raw mean per region
   * @param variances the sampling variance of each mean, {@code s²/n}, positive; where a region's
   *     own spread is unusable (n = 1, equal values) give the pooled variance over its n, see
   *     {@link #pooledVariances}
   * @param method how τ² is estimated
   */
  public static Shrinkage of(double[] means, double[] variances, TauEstimator method) {
    requireVariances(means, variances);
    int k = means.length;
    if (k == 0) {
      return new Shrinkage(Status.NO_DATA, 0, 0, 0, 0, 0, 1, 0, new double[0], new double[0]);
    }
    if (k == 1) {
      double error = Math.sqrt(variances[0]);
      return new Shrinkage(
          Status.TOO_FEW, 0, 0, means[0], error, 0, 1, 0, means.clone(), new double[] {error});
    }
    TauSquared tau = TauSquared.of(means, variances, method);
    return shrunken(means, variances, tau);
  }

  /**
   * Sampling variances from the pooled within-region variance, {@code s²_pooled / n_i}: steadier
   * than each region's own for small n, and usable at n = 1.
   *
   * @param n observations per region, positive
   * @param sampleVariances the sample variance of each region; ignored where n = 1
   * @return one variance per region, or an empty array when no region has two observations or
   *     nothing varies
   */
  public static double[] pooledVariances(long[] n, double[] sampleVariances) {
    double squares = 0;
    long freedom = 0;
    for (int i = 0; i < n.length; i++) {
      squares += n[i] > 1 ? (n[i] - 1) * sampleVariances[i] : 0;
      freedom += Math.max(0, n[i] - 1);
    }
    if (freedom == 0 || squares == 0) {
      return new double[0];
    }
    double pooled = squares / freedom;
    return Arrays.stream(n).mapToDouble(count -> pooled / count).toArray();
  }

  private static Shrinkage shrunken(double[] means, double[] variances, TauSquared tau) {
    int k = means.length;
    WeightedMean centre = WeightedMean.of(means, variances, tau.value());
    double q = WeightedMean.of(means, variances, 0).heterogeneity(means, variances, 0);
    double[] estimates = new double[k];
    double[] errors = new double[k];
    for (int i = 0; i < k; i++) {
      double kept = tau.value() / (tau.value() + variances[i]);
      estimates[i] = centre.mean() + kept * (means[i] - centre.mean());
      double pulled = (1 - kept) * centre.error();
      errors[i] = Math.sqrt(kept * variances[i] + pulled * pulled);
    }
    double typical = TauSquared.typicalVariance(variances);
    return new Shrinkage(
        tau.status(),
        tau.value(),
        tau.error(),
        centre.mean(),
        centre.error(),
        q,
        Distributions.chiSquaredUpperTail(q, k - 1.0),
        tau.value() / (tau.value() + typical),
        estimates,
        errors);
  }

  private static void requireVariances(double[] means, double[] variances) {
    if (means.length != variances.length) {
      throw new IllegalArgumentException(
          "Cannot shrink '%d means with %d variances': they must pair; give one variance a mean"
              .formatted(means.length, variances.length));
    }
    for (double variance : variances) {
      if (!(variance > 0) || !Double.isFinite(variance)) {
        throw new IllegalArgumentException(
            "Cannot shrink a mean with variance '%s': it is not positive; use pooledVariances for regions whose own spread is unusable"
                .formatted(variance));
      }
    }
  }
}
