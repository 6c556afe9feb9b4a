package org.evenstar.stats.drift;

import java.util.OptionalInt;

/**
 * The tabular cumulative sum of standardised values.
 *
 * <p>{@code C⁺_t = max(0, C⁺_{t-1} + z_t - k)}, {@code C⁻_t = min(0, C⁻_{t-1} + z_t + k)}, alarm
 * beyond ±h (Page 1954, Biometrika 41; Montgomery, Introduction to Statistical Quality Control). No
 * value gives empty columns and no alarm.
 *
 * @param upper C⁺
 * @param lower C⁻
 * @param firstHigh index of the first alarm above, from 0
 * @param firstLow index of the first alarm below
 */
@SuppressWarnings("ArrayRecordComponent") // columns out, by design of this module
public record Cusum(double[] upper, double[] lower, OptionalInt firstHigh, OptionalInt firstLow) {

  /**
   * Accumulates.
   *
   * @param z values minus their baseline, over its standard deviation
   * @param k slack, half the shift looked for: 0.5
   * @param h decision interval, such as 5 or one calibrated by {@link RunLength}
   */
  public static Cusum of(double[] z, double k, double h) {
    double[] upper = new double[z.length];
    double[] lower = new double[z.length];
    OptionalInt firstHigh = OptionalInt.empty();
    OptionalInt firstLow = OptionalInt.empty();
    double high = 0;
    double low = 0;
    for (int t = 0; t < z.length; t++) {
      high = Math.max(0, high + z[t] - k);
      low = Math.min(0, low + z[t] + k);
      upper[t] = high;
      lower[t] = low;
      if (high > h && firstHigh.isEmpty()) {
        firstHigh = OptionalInt.of(t);
      }
      if (low < -h && firstLow.isEmpty()) {
        firstLow = OptionalInt.of(t);
      }
    }
    return new Cusum(upper, lower, firstHigh, firstLow);
  }
}
