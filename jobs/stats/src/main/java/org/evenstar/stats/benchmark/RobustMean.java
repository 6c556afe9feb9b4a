package org.evenstar.stats.benchmark;

import java.util.Arrays;
import org.evenstar.stats.Distributions;
import org.evenstar.stats.Estimate;
import org.evenstar.stats.Status;

/**
 * Means that a few wild values do not move.
 *
 * <p>The trimmed mean leaves out {@code g = ⌊share·n⌋} values on each side; its error is {@code
 * √(SS_w/(h (h - 1)))}, h values kept, SS_w of the winsorised ones, t with {@code n - 2g - 1}
 * degrees of freedom (Tukey and McLaughlin 1963; Yuen 1974). The winsorised mean pulls them to
 * their neighbours. No value: NO_DATA; fewer than two kept: the value without interval, TOO_FEW.
 */
public final class RobustMean {

  private RobustMean() {}

  /** The trimmed mean with its interval; {@code share} of each side, 0 to below 1/2. */
  public static Estimate trimmed(double[] values, double share, double confidence) {
    int n = values.length;
    int cut = cut(n, share);
    if (n == 0) {
      return Estimate.absent(Status.NO_DATA);
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double mean = Arrays.stream(sorted, cut, n - cut).average().orElseThrow();
    int kept = n - 2 * cut;
    if (kept < 2) {
      return Estimate.withoutInterval(mean, Status.TOO_FEW);
    }
    double[] pulled = winsorised(sorted, cut);
    double centre = Arrays.stream(pulled).average().orElseThrow();
    double squares = Arrays.stream(pulled).map(x -> (x - centre) * (x - centre)).sum();
    double error = Math.sqrt(squares / (kept * (kept - 1.0)));
    double reach = Distributions.tQuantile(0.5 + confidence / 2, kept - 1.0) * error;
    return Estimate.of(mean, error, mean - reach, mean + reach);
  }

  /** The winsorised mean without interval. */
  public static Estimate winsorisedMean(double[] values, double share) {
    int cut = cut(values.length, share);
    if (values.length == 0) {
      return Estimate.absent(Status.NO_DATA);
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double mean = Arrays.stream(winsorised(sorted, cut)).average().orElseThrow();
    return Estimate.withoutInterval(mean, values.length < 2 ? Status.TOO_FEW : Status.OK);
  }

  private static double[] winsorised(double[] sorted, int cut) {
    double low = sorted[cut];
    double high = sorted[sorted.length - 1 - cut];
    return Arrays.stream(sorted).map(x -> Math.max(low, Math.min(high, x))).toArray();
  }

  private static int cut(int n, double share) {
    if (!(share >= 0 && share < 0.5)) {
      throw new IllegalArgumentException(
          "Cannot trim share '%s': it is outside [0, 0.5); give the share cut on each side"
              .formatted(share));
    }
    return (int) Math.floor(share * n);
  }
}
