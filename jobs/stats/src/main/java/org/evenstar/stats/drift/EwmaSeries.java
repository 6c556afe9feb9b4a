package org.evenstar.stats.drift;

import java.util.SplittableRandom;

/** The weights of an {@link EwmaDrift} over periods of given counts. */
final class EwmaSeries {
  private final long[] counts;
  private final double lambda;
  private final double total;

  /** Standard error of {@code e_t - x̄} for values of spread 1, by period. */
  private final double[] errors;

  EwmaSeries(long[] counts, double lambda) {
    if (!(lambda > 0 && lambda <= 1)) {
      throw new IllegalArgumentException(
          "Cannot smooth with weight '%s': it is not in (0, 1]; 0.2 is usual".formatted(lambda));
    }
    this.counts = counts;
    this.lambda = lambda;
    this.errors = new double[counts.length];
    double sum = 0;
    for (long count : counts) {
      sum += count;
    }
    total = sum;
    double squares = 0;
    double weight = 0;
    for (int t = 0; t < counts.length; t++) {
      squares = lambda * lambda / counts[t] + (1 - lambda) * (1 - lambda) * squares;
      weight = lambda + (1 - lambda) * weight;
      errors[t] = Math.sqrt(Math.max(0, squares - weight * weight / total));
    }
  }

  /** z_t of each period; 0 where e_t cannot differ from x̄. */
  double[] standardised(double[] means, double spread) {
    double sum = 0;
    for (int t = 0; t < means.length; t++) {
      sum += counts[t] * means[t];
    }
    double mean = sum / total;
    double[] z = new double[means.length];
    double apart = 0;
    for (int t = 0; t < means.length; t++) {
      apart = lambda * (means[t] - mean) + (1 - lambda) * apart;
      z[t] = errors[t] > 0 ? apart / (errors[t] * spread) : 0;
    }
    return z;
  }

  /** The greatest |z_t| of one series of normal values in which nothing changes. */
  double simulatedHeight(SplittableRandom random) {
    double[] means = new double[counts.length];
    for (int t = 0; t < means.length; t++) {
      means[t] = random.nextGaussian() / Math.sqrt((double) counts[t]);
    }
    double[] z = standardised(means, Math.max(1, ChangePoint.successive(counts, means)));
    return Math.abs(z[EwmaDrift.greatest(z)]);
  }
}
