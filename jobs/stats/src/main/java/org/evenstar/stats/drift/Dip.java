package org.evenstar.stats.drift;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.evenstar.stats.Status;

/**
 * Hartigan's dip: how far a distribution is from having one mode, such as scores that avoid the
 * middle between pass and fail.
 *
 * <p>The greatest distance between the empirical distribution and the nearest unimodal one, by the
 * algorithm AS 217 (Hartigan 1985, Applied Statistics 34; Hartigan and Hartigan 1985, Annals of
 * Statistics 13). Ties are allowed and raise the dip. Fewer than 4 values: TOO_FEW; equal values:
 * NO_VARIATION, dip {@code 1/(2n)}.
 *
 * @param status OK, NO_DATA, TOO_FEW or NO_VARIATION
 * @param dip the statistic, {@code 1/(2n)} to 1/4; 0 when not computed
 * @param probability share of uniform samples of the same size whose dip is at least this; 1 when
 *     not computed
 */
public record Dip(Status status, double dip, double probability) {

  /**
   * Computes dip and probability.
   *
   * @param values in any order
   * @param draws uniform samples to simulate
   * @param seed of the simulation
   */
  public static Dip of(double[] values, int draws, long seed) {
    int n = values.length;
    if (n < 4) {
      return new Dip(n == 0 ? Status.NO_DATA : Status.TOO_FEW, 0, 1);
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    if (sorted[0] == sorted[n - 1]) {
      return new Dip(Status.NO_VARIATION, 0.5 / n, 1);
    }
    double dip = statistic(sorted);
    SplittableRandom random = new SplittableRandom(seed);
    int atLeast = 0;
    double[] sample = new double[n];
    for (int draw = 0; draw < draws; draw++) {
      for (int i = 0; i < n; i++) {
        sample[i] = random.nextDouble();
      }
      Arrays.sort(sample);
      atLeast += statistic(sample) >= dip ? 1 : 0;
    }
    return new Dip(Status.OK, dip, (atLeast + 1.0) / (draws + 1));
  }

  /** AS 217 on ascending values, in counts; indices from 1 as in the paper. */
  private static double statistic(double[] ascending) {
    int n = ascending.length;
    double[] x = new double[n + 1];
    System.arraycopy(ascending, 0, x, 1, n);
    int[] minorant = minorant(x, n);
    int[] majorant = majorant(x, n);
    int[] gcm = new int[n + 2];
    int[] lcm = new int[n + 2];
    int low = 1;
    int high = n;
    double dip = 1;
    while (true) {
      int gcmEnd = 1;
      gcm[1] = high;
      while (gcm[gcmEnd] > low) {
        gcm[gcmEnd + 1] = minorant[gcm[gcmEnd]];
        gcmEnd++;
      }
      int lcmEnd = 1;
      lcm[1] = low;
      while (lcm[lcmEnd] < high) {
        lcm[lcmEnd + 1] = majorant[lcm[lcmEnd]];
        lcmEnd++;
      }
      int ig = gcmEnd;
      int ih = lcmEnd;
      double distance = 1;
      if (gcmEnd != 2 || lcmEnd != 2) {
        distance = 0;
        int ix = gcmEnd - 1;
        int iv = 2;
        do {
          int g = gcm[ix];
          int l = lcm[iv];
          if (g > l) {
            int next = gcm[ix + 1];
            double gap = (l - next + 1) - (x[l] - x[next]) * (g - next) / (x[g] - x[next]);
            iv++;
            if (gap >= distance) {
              distance = gap;
              ig = ix + 1;
              ih = iv - 1;
            }
          } else {
            int previous = lcm[iv - 1];
            double gap =
                (x[g] - x[previous]) * (l - previous) / (x[l] - x[previous]) - (g - previous - 1);
            ix--;
            if (gap >= distance) {
              distance = gap;
              ig = ix + 1;
              ih = iv;
            }
          }
          ix = Math.max(ix, 1);
          iv = Math.min(iv, lcmEnd);
        } while (gcm[ix] != lcm[iv]);
      }
      if (distance < dip) {
        break;
      }
      dip = Math.max(dip, dipOfMinorant(x, gcm, ig, gcmEnd));
      dip = Math.max(dip, dipOfMajorant(x, lcm, ih, lcmEnd));
      if (low == gcm[ig] && high == lcm[ih]) {
        break;
      }
      low = gcm[ig];
      high = lcm[ih];
    }
    return dip / (2 * n);
  }

  /** For each point the point before it on the greatest convex minorant of the points up to it. */
  private static int[] minorant(double[] x, int n) {
    int[] before = new int[n + 1];
    before[1] = 1;
    for (int j = 2; j <= n; j++) {
      before[j] = j - 1;
      while (true) {
        int b = before[j];
        int bb = before[b];
        if (b == 1 || (x[j] - x[b]) * (b - bb) < (x[b] - x[bb]) * (j - b)) {
          break;
        }
        before[j] = bb;
      }
    }
    return before;
  }

  /** For each point the point after it on the least concave majorant of the points from it. */
  private static int[] majorant(double[] x, int n) {
    int[] after = new int[n + 1];
    after[n] = n;
    for (int k = n - 1; k >= 1; k--) {
      after[k] = k + 1;
      while (true) {
        int a = after[k];
        int aa = after[a];
        if (a == n || (x[k] - x[a]) * (a - aa) < (x[a] - x[aa]) * (k - a)) {
          break;
        }
        after[k] = aa;
      }
    }
    return after;
  }

  private static double dipOfMinorant(double[] x, int[] gcm, int from, int end) {
    double dip = 0;
    for (int j = from; j < end; j++) {
      double most = 1;
      int first = gcm[j + 1];
      int last = gcm[j];
      if (last - first > 1 && x[last] != x[first]) {
        double slope = (last - first) / (x[last] - x[first]);
        for (int i = first; i <= last; i++) {
          most = Math.max(most, (i - first + 1) - (x[i] - x[first]) * slope);
        }
      }
      dip = Math.max(dip, most);
    }
    return dip;
  }

  private static double dipOfMajorant(double[] x, int[] lcm, int from, int end) {
    double dip = 0;
    for (int j = from; j < end; j++) {
      double most = 1;
      int first = lcm[j];
      int last = lcm[j + 1];
      if (last - first > 1 && x[last] != x[first]) {
        double slope = (last - first) / (x[last] - x[first]);
        for (int i = first; i <= last; i++) {
          most = Math.max(most, (x[i] - x[first]) * slope - (i - first - 1));
        }
      }
      dip = Math.max(dip, most);
    }
    return dip;
  }
}
