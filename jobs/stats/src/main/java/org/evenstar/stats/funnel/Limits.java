package org.evenstar.stats.funnel;

import java.util.function.IntToDoubleFunction;
import org.evenstar.stats.Distributions;

/**
 * Control limits per unit, at 95 % and 99.8 %.
 *
 * @param lower95 lower inner limits
 * @param upper95 upper inner limits
 * @param lower998 lower outer limits
 * @param upper998 upper outer limits
 */
@SuppressWarnings("ArrayRecordComponent") // columns out, by design of this module
public record Limits(double[] lower95, double[] upper95, double[] lower998, double[] upper998) {

  static final double Z_95 = Distributions.normalReach(0.95);
  static final double Z_998 = Distributions.normalReach(0.998);

  /** Limit of one unit at {@code z} standard errors, signed. */
  @FunctionalInterface
  interface At {
    double limit(int unit, double z);
  }

  static Limits of(int n, At at) {
    return of(n, Z_95, Z_998, at);
  }

  static Limits of(int n, double z95, double z998, At at) {
    return new Limits(
        column(n, unit -> at.limit(unit, -z95)),
        column(n, unit -> at.limit(unit, z95)),
        column(n, unit -> at.limit(unit, -z998)),
        column(n, unit -> at.limit(unit, z998)));
  }

  /**
   * Exact Poisson limits of the ratio of a count to its expectation E: {@code χ²(α/2; 2E)/2E} and
   * {@code χ²(1-α/2; 2(E+1))/2E} (Garwood 1936; Ulm 1990).
   *
   * @param expected positive expectations
   */
  public static Limits poisson(double[] expected) {
    int n = expected.length;
    return new Limits(
        column(
            n, i -> Distributions.chiSquaredQuantile(0.025, 2 * expected[i]) / (2 * expected[i])),
        column(
            n,
            i ->
                Distributions.chiSquaredQuantile(0.975, 2 * (expected[i] + 1)) / (2 * expected[i])),
        column(
            n, i -> Distributions.chiSquaredQuantile(0.001, 2 * expected[i]) / (2 * expected[i])),
        column(
            n,
            i ->
                Distributions.chiSquaredQuantile(0.999, 2 * (expected[i] + 1))
                    / (2 * expected[i])));
  }

  private static double[] column(int n, IntToDoubleFunction limit) {
    double[] column = new double[n];
    for (int i = 0; i < n; i++) {
      column[i] = limit.applyAsDouble(i);
    }
    return column;
  }
}
