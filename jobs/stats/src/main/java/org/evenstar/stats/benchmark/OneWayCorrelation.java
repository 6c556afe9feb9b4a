package org.evenstar.stats.benchmark;

import java.util.OptionalDouble;
import org.evenstar.stats.Status;

/**
 * ICC(1) for groups of unequal size: the share of the variance of a score that lies between groups.
 *
 * <p>{@code (MSB - MSW)/(MSB + (n₀ - 1) MSW)}, {@code n₀ = (N - Σn²/N)/(k - 1)} (Donner 1986, Int.
 * Stat. Review 54). Empty groups do not count. Fewer than two groups or no group with two values:
 * TOO_FEW; equal values: NO_VARIATION.
 *
 * @param status OK or why there is no value
 * @param value may be negative when groups are more alike than chance
 * @param etaSquared share of the sum of squares between groups
 * @param groups non-empty groups
 * @param n values
 */
public record OneWayCorrelation(
    Status status, OptionalDouble value, OptionalDouble etaSquared, int groups, long n) {

  /**
   * Computes it from exact moments.
   *
   * @param moments one per group, all on the same fixed-point unit
   */
  public static OneWayCorrelation of(Moments[] moments) {
    Moments total = Moments.NONE;
    int groups = 0;
    double sizes = 0;
    double within = 0;
    for (Moments group : moments) {
      total = total.plus(group);
      groups += group.n() > 0 ? 1 : 0;
      sizes += (double) group.n() * group.n();
      within += group.variance(1).orElse(0) * Math.max(0, group.n() - 1);
    }
    long n = total.n();
    if (groups < 2 || n == groups) {
      return absent(n == 0 ? Status.NO_DATA : Status.TOO_FEW, groups, n);
    }
    double all = total.variance(1).orElse(0) * (n - 1);
    if (all == 0) {
      return absent(Status.NO_VARIATION, groups, n);
    }
    double typical = (n - sizes / n) / (groups - 1);
    double between = (all - within) / (groups - 1);
    double inside = within / (n - groups);
    double value = (between - inside) / (between + (typical - 1) * inside);
    return new OneWayCorrelation(
        Status.OK, OptionalDouble.of(value), OptionalDouble.of((all - within) / all), groups, n);
  }

  private static OneWayCorrelation absent(Status status, int groups, long n) {
    return new OneWayCorrelation(status, OptionalDouble.empty(), OptionalDouble.empty(), groups, n);
  }
}
