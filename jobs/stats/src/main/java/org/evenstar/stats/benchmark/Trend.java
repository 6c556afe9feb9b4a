package org.evenstar.stats.benchmark;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.evenstar.stats.Distributions;
import org.evenstar.stats.Status;

/**
 * Whether a series rises or falls: Mann and Kendall's test with Sen's slope.
 *
 * <p>{@code S = Σ sign(x_j - x_i)} over i &lt; j, variance corrected for ties, continuity of one;
 * the slope is the median of {@code (x_j - x_i)/(j - i)} (Mann 1945; Kendall 1975; Sen 1968). Fewer
 * than 4 periods: TOO_FEW; equal values: NO_VARIATION.
 *
 * @param status OK or why there is no test
 * @param s Kendall's S; 0 when there is no test
 * @param tau S over the number of pairs
 * @param probability two-sided; 1 when there is no test
 * @param slope per period; empty with fewer than two values
 */
public record Trend(Status status, long s, double tau, double probability, OptionalDouble slope) {

  /** Tests values in time order, one a period without gaps. */
  public static Trend of(double[] values) {
    int n = values.length;
    double[] slopes = new double[n * (n - 1) / 2];
    long s = 0;
    int pair = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        s += (long) Math.signum(values[j] - values[i]);
        slopes[pair++] = (values[j] - values[i]) / (j - i);
      }
    }
    Arrays.sort(slopes);
    OptionalDouble slope = Quantiles.of(slopes, 0.5);
    if (n < 4) {
      return new Trend(n == 0 ? Status.NO_DATA : Status.TOO_FEW, 0, 0, 1, slope);
    }
    double variance = (n * (n - 1.0) * (2 * n + 5) - tieTerm(values)) / 18;
    if (variance <= 0) {
      return new Trend(Status.NO_VARIATION, 0, 0, 1, slope);
    }
    double z = (s - Long.signum(s)) / Math.sqrt(variance);
    return new Trend(Status.OK, s, (double) s / pair, Distributions.normalTwoSided(z), slope);
  }

  private static double tieTerm(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double term = 0;
    int run = 1;
    for (int i = 1; i <= sorted.length; i++) {
      if (i < sorted.length && sorted[i] == sorted[i - 1]) {
        run++;
      } else {
        term += run * (run - 1.0) * (2 * run + 5);
        run = 1;
      }
    }
    return term;
  }
}
