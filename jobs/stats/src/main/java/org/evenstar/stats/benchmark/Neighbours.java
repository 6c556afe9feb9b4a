package org.evenstar.stats.benchmark;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The institutions or regions most like one another in case mix, by Gower's distance.
 *
 * <p>{@code d = Σ w_t d_t / Σ w_t}: a numeric trait counts {@code |a - b|/range}, a named one 0 or
 * 1; traits absent on either side drop out of both sums (Gower 1971, Biometrics 27). A pair that
 * shares no trait is never a neighbour; ties go to the lower index.
 *
 * @param index of each neighbour, nearest first
 * @param distance of each, 0 to 1
 */
@SuppressWarnings("ArrayRecordComponent") // columns out, by design of this module
public record Neighbours(int[] index, double[] distance) {

  /**
   * The nearest to one.
   *
   * @param numeric one column per numeric trait, NaN where absent
   * @param named one column per named trait as codes, -1 where absent
   * @param of the one whose neighbours are wanted
   * @param most how many at most
   */
  public static Neighbours nearest(double[][] numeric, int[][] named, int of, int most) {
    int n = numeric.length > 0 ? numeric[0].length : named.length > 0 ? named[0].length : 0;
    double[] ranges = new double[numeric.length];
    for (int t = 0; t < numeric.length; t++) {
      ranges[t] = range(numeric[t]);
    }
    Comparator<Candidate> nearestFirst =
        Comparator.comparingDouble(Candidate::distance).thenComparingInt(Candidate::index);
    PriorityQueue<Candidate> kept = new PriorityQueue<>(nearestFirst.reversed());
    for (int other = 0; other < n; other++) {
      double distance = other == of ? Double.NaN : distance(numeric, named, ranges, of, other);
      if (!Double.isNaN(distance)) {
        kept.add(new Candidate(other, distance));
        if (kept.size() > most) {
          kept.poll();
        }
      }
    }
    Candidate[] sorted = kept.stream().sorted(nearestFirst).toArray(Candidate[]::new);
    int[] index = new int[sorted.length];
    double[] distance = new double[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      index[i] = sorted[i].index;
      distance[i] = sorted[i].distance;
    }
    return new Neighbours(index, distance);
  }

  private static double distance(double[][] numeric, int[][] named, double[] ranges, int a, int b) {
    double sum = 0;
    int traits = 0;
    for (int t = 0; t < numeric.length; t++) {
      double gap = Math.abs(numeric[t][a] - numeric[t][b]);
      if (!Double.isNaN(gap)) {
        sum += ranges[t] == 0 ? 0 : gap / ranges[t];
        traits++;
      }
    }
    for (int[] trait : named) {
      if (trait[a] >= 0 && trait[b] >= 0) {
        sum += trait[a] == trait[b] ? 0 : 1;
        traits++;
      }
    }
    return sum / traits;
  }

  private static double range(double[] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    return high > low ? high - low : 0;
  }

  private record Candidate(int index, double distance) {}
}
