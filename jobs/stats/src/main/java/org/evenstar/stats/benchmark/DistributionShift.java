package org.evenstar.stats.benchmark;

import org.evenstar.stats.Status;

/**
 * How far a distribution over ordered bins has moved from a former one.
 *
 * <p>Wasserstein-1: {@code Σ |F - G| · width}; population stability index: {@code Σ (p - q)
 * ln(p/q)} with every share raised by half an observation, so that an empty bin is finite. Either
 * side empty: NO_DATA and zeros.
 *
 * @param status OK or NO_DATA
 * @param wasserstein in units of the bins' width
 * @param stabilityIndex by convention below 0.1 stable, above 0.25 moved
 */
public record DistributionShift(Status status, double wasserstein, double stabilityIndex) {

  /**
   * Compares counts over the same bins.
   *
   * @param now counts of the new delivery
   * @param former counts of its history
   * @param width of a bin
   */
  public static DistributionShift of(long[] now, long[] former, double width) {
    long n = 0;
    long m = 0;
    for (int bin = 0; bin < now.length; bin++) {
      n += now[bin];
      m += former[bin];
    }
    if (n == 0 || m == 0) {
      return new DistributionShift(Status.NO_DATA, 0, 0);
    }
    double moved = 0;
    double index = 0;
    double ahead = 0;
    for (int bin = 0; bin < now.length; bin++) {
      ahead += (double) now[bin] / n - (double) former[bin] / m;
      moved += bin < now.length - 1 ? Math.abs(ahead) * width : 0;
      double p = (now[bin] + 0.5) / (n + 0.5 * now.length);
      double q = (former[bin] + 0.5) / (m + 0.5 * now.length);
      index += (p - q) * Math.log(p / q);
    }
    return new DistributionShift(Status.OK, moved, index);
  }
}
