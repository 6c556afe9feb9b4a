package org.evenstar.stats.benchmark;

import org.evenstar.stats.Distributions;
import org.evenstar.stats.Estimate;
import org.evenstar.stats.Status;

/**
 * Whether scores rise or fall over periods: the least-squares line through every single score,
 * found from each period's count, mean and standard deviation alone.
 *
 * <p>{@code b = Σ n_j (t_j - t̄)(m_j - m̄) / Σ n_j (t_j - t̄)²}; the residual sum of squares is
 * {@code Σ (n_j - 1) s_j²} within periods plus that of the means around the line, with N - 2
 * degrees of freedom: the same numbers as ordinary regression over the N scores (Draper and Smith
 * 1998, section 1.4). It needs a spread over four quarters where a rank test of four means can
 * prove nothing. Fewer than {@value #LEAST_PERIODS} periods or scores: TOO_FEW; scores that lie on
 * the line: NO_VARIATION, a slope without interval.
 *
 * @param slope change of the mean a period, with its interval
 * @param probability two-sided, of a slope as steep without a trend; 1 where there is no test
 */
public record LinearTrend(Estimate slope, double probability) {
  /** Two periods are a change, not a trend. */
  public static final int LEAST_PERIODS = 3;

  /**
   * Fits the line.
   *
   * @param times of the periods, in any unit; their order does not matter
   * @param counts scores in each period, at least 1
   * @param means of the periods
   * @param deviations sample standard deviations of the periods; 0 where a period has one score
   */
  public static LinearTrend of(
      double[] times, long[] counts, double[] means, double[] deviations, double confidence) {
    double total = 0;
    double time = 0;
    double mean = 0;
    for (int j = 0; j < times.length; j++) {
      total += counts[j];
      time += counts[j] * times[j];
      mean += counts[j] * means[j];
    }
    if (times.length < LEAST_PERIODS || total < LEAST_PERIODS) {
      return none(times.length == 0 ? Status.NO_DATA : Status.TOO_FEW);
    }
    time /= total;
    mean /= total;
    double spread = 0;
    double joint = 0;
    for (int j = 0; j < times.length; j++) {
      spread += counts[j] * (times[j] - time) * (times[j] - time);
      joint += counts[j] * (times[j] - time) * (means[j] - mean);
    }
    if (spread == 0) {
      return none(Status.NO_VARIATION);
    }
    double slope = joint / spread;
    double residual = 0;
    for (int j = 0; j < times.length; j++) {
      double off = means[j] - mean - slope * (times[j] - time);
      residual += (counts[j] - 1) * deviations[j] * deviations[j] + counts[j] * off * off;
    }
    double error = Math.sqrt(residual / (total - 2) / spread);
    if (error == 0) {
      return new LinearTrend(Estimate.withoutInterval(slope, Status.NO_VARIATION), 1);
    }
    double reach = Distributions.tQuantile(0.5 + confidence / 2, total - 2) * error;
    return new LinearTrend(
        Estimate.of(slope, error, slope - reach, slope + reach),
        Distributions.tTwoSided(slope / error, total - 2));
  }

  private static LinearTrend none(Status reason) {
    return new LinearTrend(Estimate.absent(reason), 1);
  }
}
