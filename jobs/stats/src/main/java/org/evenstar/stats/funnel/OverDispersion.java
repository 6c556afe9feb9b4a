package org.evenstar.stats.funnel;

import java.util.Arrays;
import org.evenstar.stats.benchmark.Quantiles;

/**
 * How much more units vary than chance alone explains.
 *
 * <p>{@code φ = mean(z²)} over the kept z and {@code τ² = max(0, (nφ - (n-1)) / (Σw - Σw²/Σw))}
 * with {@code w = 1/s²}: Spiegelhalter (2005), Quality and Safety in Health Care 14; the additive
 * form is DerSimonian and Laird's. With fewer than two kept units both say "none": φ = 1, τ² = 0.
 *
 * @param phi the multiplicative factor on the variance
 * @param tau2 the variance to be added
 * @param n units used
 */
public record OverDispersion(double phi, double tau2, int n) {

  /** No more variation than chance. */
  public static final OverDispersion NONE = new OverDispersion(1, 0, 0);

  /**
   * Over-dispersion of standardised differences.
   *
   * @param z winsorised or plain z
   * @param errors the standard error s of each
   * @param isKept which take part
   */
  static OverDispersion of(double[] z, double[] errors, boolean[] isKept) {
    double squares = 0;
    double weights = 0;
    double weightSquares = 0;
    int n = 0;
    for (int i = 0; i < z.length; i++) {
      if (isKept[i]) {
        double weight = 1 / (errors[i] * errors[i]);
        squares += z[i] * z[i];
        weights += weight;
        weightSquares += weight * weight;
        n++;
      }
    }
    if (n < 2) {
      return NONE;
    }
    double tau2 = (squares - (n - 1)) / (weights - weightSquares / weights);
    return new OverDispersion(squares / n, Math.max(0, tau2), n);
  }

  /** Pulls values beyond the type-7 quantiles {@code share} and {@code 1 - share} onto them. */
  static double[] winsorised(double[] z, double share) {
    double[] sorted = z.clone();
    Arrays.sort(sorted);
    double low = Quantiles.of(sorted, share).orElse(0);
    double high = Quantiles.of(sorted, 1 - share).orElse(0);
    return Arrays.stream(z).map(value -> Math.max(low, Math.min(high, value))).toArray();
  }
}
