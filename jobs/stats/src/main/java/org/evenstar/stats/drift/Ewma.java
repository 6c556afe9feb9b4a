package org.evenstar.stats.drift;

import java.util.OptionalInt;

/**
 * The exponentially weighted moving average with exact limits.
 *
 * <p>{@code e_t = λ x_t + (1-λ) e_{t-1}}, {@code e_0 = centre}; limits {@code centre ± L σ
 * √(λ/(2-λ) (1 - (1-λ)^{2t}))} (Roberts 1959, Technometrics 1).
 *
 * @param smoothed e_t
 * @param lower lower limits
 * @param upper upper limits
 * @param firstAlarm index of the first value outside its limits, from 0
 */
@SuppressWarnings("ArrayRecordComponent") // columns out, by design of this module
public record Ewma(double[] smoothed, double[] lower, double[] upper, OptionalInt firstAlarm) {

  /**
   * Smooths.
   *
   * @param x the values in time order
   * @param centre the baseline
   * @param sd its standard deviation, positive
   * @param lambda weight of the newest value, in (0, 1]
   * @param sigmas L, such as 3
   */
  public static Ewma of(double[] x, double centre, double sd, double lambda, double sigmas) {
    double[] smoothed = new double[x.length];
    double[] lower = new double[x.length];
    double[] upper = new double[x.length];
    OptionalInt firstAlarm = OptionalInt.empty();
    double level = centre;
    double forgotten = 1;
    for (int t = 0; t < x.length; t++) {
      level = lambda * x[t] + (1 - lambda) * level;
      forgotten *= (1 - lambda) * (1 - lambda);
      double reach = sigmas * sd * Math.sqrt(lambda / (2 - lambda) * (1 - forgotten));
      smoothed[t] = level;
      lower[t] = centre - reach;
      upper[t] = centre + reach;
      if (firstAlarm.isEmpty() && Math.abs(level - centre) > reach) {
        firstAlarm = OptionalInt.of(t);
      }
    }
    return new Ewma(smoothed, lower, upper, firstAlarm);
  }
}
