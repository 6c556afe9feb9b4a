package org.evenstar.stats.benchmark;

import java.util.OptionalDouble;

/**
 * Quantiles of sorted numbers. The absence of data gives an empty answer; one value is every
 * quantile; ties need no care.
 */
public final class Quantiles {

  private Quantiles() {}

  /** The type-7 quantile of an ascending array at {@code p} in [0, 1]. */
  public static OptionalDouble of(double[] ascending, double p) {
    return of(ascending, p, QuantileType.TYPE_7);
  }

  /**
   * A quantile of an ascending array.
   *
   * @param ascending the values, sorted
   * @param p the share of values below, 0 to 1
   * @param type the definition, after Hyndman and Fan (1996)
   * @return empty when there is no value
   */
  public static OptionalDouble of(double[] ascending, double p, QuantileType type) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException(
          "Cannot take quantile at '%s': it is outside [0, 1]; give a share".formatted(p));
    }
    int n = ascending.length;
    if (n == 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        switch (type) {
          case TYPE_2 -> averaged(ascending, n * p);
          case TYPE_6 -> interpolated(ascending, (n + 1) * p - 1);
          case TYPE_7 -> interpolated(ascending, (n - 1) * p);
        });
  }

  private static double averaged(double[] ascending, double position) {
    // A product such as 44 × 0.05 may miss its integer by an ulp; R forgives four of them.
    double nearest = Math.rint(position);
    boolean isAtJump = Math.abs(position - nearest) < 4 * Math.ulp(1.0) * ascending.length;
    if (isAtJump) {
      return (at(ascending, (int) nearest - 1) + at(ascending, (int) nearest)) / 2;
    }
    return at(ascending, (int) Math.floor(position));
  }

  private static double interpolated(double[] ascending, double position) {
    double below = Math.floor(position + 4 * Math.ulp(1.0));
    double part = Math.max(0, position - below);
    double low = at(ascending, (int) below);
    double high = at(ascending, (int) below + 1);
    return low + part * (high - low);
  }

  private static double at(double[] ascending, int index) {
    return ascending[Math.max(0, Math.min(ascending.length - 1, index))];
  }
}
