package org.evenstar.stats.benchmark;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.evenstar.stats.Distributions;
import org.evenstar.stats.Status;
import org.evenstar.stats.multiple.Adjustment;

/**
 * Ranks with their uncertainty, so that no rank is shown without it.
 *
 * <p>Each draw adds its own normal error to every estimate and ranks anew; the interval of a rank
 * is its type-7 quantiles over the draws, rounded outwards (Goldstein and Spiegelhalter 1996, J. R.
 * Stat. Soc. A 159). Rank 1 is the highest; equal estimates share the better rank. No region:
 * NO_DATA; one: rank 1 of 1.
 *
 * @param status OK or NO_DATA
 * @param rank of each estimate
 * @param lower best rank within the interval
 * @param upper worst rank within the interval
 * @param distinguishableShare share of pairs whose difference stays significant at {@code 1 -
 *     confidence} after Benjamini and Hochberg over all pairs; 0 with fewer than two regions
 * @param draws simulated
 * @param seed of the simulation
 */
@SuppressWarnings("ArrayRecordComponent") // columns out, by design of this module
public record RankIntervals(
    Status status,
    int[] rank,
    int[] lower,
    int[] upper,
    double distinguishableShare,
    int draws,
    long seed) {

  /**
   * Ranks by simulation.
   *
   * @param estimates one per region
   * @param errors their standard errors, at least 0
   */
  public static RankIntervals simulate(
      double[] estimates, double[] errors, double confidence, int draws, long seed) {
    int n = estimates.length;
    SplittableRandom random = new SplittableRandom(seed);
    int[][] drawn = new int[n][draws];
    double[] moved = new double[n];
    for (int draw = 0; draw < draws; draw++) {
      for (int i = 0; i < n; i++) {
        moved[i] = estimates[i] + errors[i] * random.nextGaussian();
      }
      int[] ranks = ranks(moved);
      for (int i = 0; i < n; i++) {
        drawn[i][draw] = ranks[i];
      }
    }
    int[] rank = ranks(estimates);
    int[] lower = new int[n];
    int[] upper = new int[n];
    double tail = (1 - confidence) / 2;
    for (int i = 0; i < n; i++) {
      Arrays.sort(drawn[i]);
      int low = drawn[i][(int) Math.floor((draws - 1) * tail)];
      int high = drawn[i][(int) Math.ceil((draws - 1) * (1 - tail))];
      lower[i] = Math.min(rank[i], low);
      upper[i] = Math.max(rank[i], high);
    }
    return new RankIntervals(
        n == 0 ? Status.NO_DATA : Status.OK,
        rank,
        lower,
        upper,
        distinguishable(estimates, errors, confidence),
        draws,
        seed);
  }

  private static int[] ranks(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = values.length;
    int[] ranks = new int[n];
    for (int i = 0; i < n; i++) {
      int at = Arrays.binarySearch(sorted, values[i]);
      while (at + 1 < n && sorted[at + 1] == values[i]) {
        at++;
      }
      ranks[i] = n - at;
    }
    return ranks;
  }

  private static double distinguishable(double[] estimates, double[] errors, double confidence) {
    int n = estimates.length;
    double[] probabilities = new double[n * (n - 1) / 2];
    int pair = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double gap = Math.abs(estimates[i] - estimates[j]);
        double error = Math.hypot(errors[i], errors[j]);
        probabilities[pair++] =
            gap == 0 ? 1 : error == 0 ? 0 : Distributions.normalTwoSided(gap / error);
      }
    }
    if (pair == 0) {
      return 0;
    }
    double[] adjusted = Adjustment.BENJAMINI_HOCHBERG.adjust(probabilities);
    return (double) Arrays.stream(adjusted).filter(q -> q <= 1 - confidence).count() / pair;
  }
}
