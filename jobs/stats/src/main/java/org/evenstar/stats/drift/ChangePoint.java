package org.evenstar.stats.drift;

import org.evenstar.stats.Distributions;
import org.evenstar.stats.Status;

/**
 * Whether the mean of a series of period means changed, and after which period.
 *
 * <p>The cumulative sum of deviations from the overall mean, {@code S_t = Σ_{i≤t} n_i (x_i - x̄)/(σ
 * √N)}, is a Brownian bridge when nothing changes; its greatest height has the Kolmogorov
 * distribution (Ploberger and Krämer 1992, Econometrica 60). No baseline period has to be trusted.
 * The spread σ of one value is the larger of the one given and the one that successive differences
 * of the periods show (von Neumann 1941), which a change of level hardly moves. Fewer than four
 * periods: TOO_FEW; no spread: NO_VARIATION.
 *
 * @param status OK, NO_DATA, TOO_FEW or NO_VARIATION
 * @param path S_t, its last value 0
 * @param first index of the first period after the change
 * @param difference mean after less mean before
 * @param error its standard error, as if the period had been known
 * @param probability of so high a path when nothing changes; 1 when not computed
 * @param spread σ as used
 */
@SuppressWarnings("ArrayRecordComponent") // columns out, by design of this module
public record ChangePoint(
    Status status,
    double[] path,
    int first,
    double difference,
    double error,
    double probability,
    double spread) {

  /** Fewer periods show no change. */
  static final int LEAST_PERIODS = 4;

  /**
   * Looks for one change.
   *
   * @param counts values behind each period's mean, at least 1
   * @param means the mean of each period, in time order
   * @param within standard deviation of one value within periods
   */
  public static ChangePoint of(long[] counts, double[] means, double within) {
    int n = means.length;
    if (counts.length != n) {
      throw new IllegalArgumentException(
          "Cannot look for a change in '%d means of %d counts': they must pair; give one of each"
              .formatted(n, counts.length));
    }
    double[] path = new double[n];
    if (n < LEAST_PERIODS) {
      return new ChangePoint(n == 0 ? Status.NO_DATA : Status.TOO_FEW, path, 0, 0, 0, 1, within);
    }
    double spread = Math.max(within, successive(counts, means));
    if (!(spread > 0)) {
      return new ChangePoint(Status.NO_VARIATION, path, 0, 0, 0, 1, 0);
    }
    double total = 0;
    double sum = 0;
    for (int t = 0; t < n; t++) {
      total += counts[t];
      sum += counts[t] * means[t];
    }
    int last = 0;
    double height = 0;
    double walked = 0;
    for (int t = 0; t < n - 1; t++) {
      walked += counts[t] * (means[t] - sum / total);
      path[t] = walked / (spread * Math.sqrt(total));
      if (Math.abs(path[t]) > height) {
        height = Math.abs(path[t]);
        last = t;
      }
    }
    double before = 0;
    double sumBefore = 0;
    for (int t = 0; t <= last; t++) {
      before += counts[t];
      sumBefore += counts[t] * means[t];
    }
    double after = total - before;
    double difference = (sum - sumBefore) / after - sumBefore / before;
    double error = spread * Math.sqrt(1 / before + 1 / after);
    return new ChangePoint(
        Status.OK, path, last + 1, difference, error, kolmogorov(height), spread);
  }

  /** Spread of one value by successive differences of period means. */
  static double successive(long[] counts, double[] means) {
    double squares = 0;
    for (int t = 1; t < means.length; t++) {
      double step = means[t] - means[t - 1];
      squares += step * step / (1.0 / counts[t] + 1.0 / counts[t - 1]);
    }
    return Math.sqrt(squares / (means.length - 1));
  }

  /** P(sup |B| ≥ x) of a Brownian bridge: {@code 2 Σ (-1)^{k+1} e^{-2k²x²}}. */
  private static double kolmogorov(double x) {
    if (x < 0.2) {
      return 1;
    }
    double sum = 0;
    for (int k = 1; k <= 20; k++) {
      sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * x * x);
    }
    return Math.min(1, Math.max(0, sum));
  }

  /** Two-sided probability of the difference when the period was known beforehand. */
  public double knownProbability() {
    return error > 0 ? Distributions.normalTwoSided(difference / error) : 1;
  }
}
