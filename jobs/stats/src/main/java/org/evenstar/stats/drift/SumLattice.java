package org.evenstar.stats.drift;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a sum of parts would be spread if its parts were independent: which sums are possible at all,
 * and how many ways lead to each. Sums of few graded scores lie on a lattice, so their histogram is
 * lumpy without anybody's doing.
 */
public final class SumLattice {
  /** Beyond so many different sums the lattice is too fine to make lumps. */
  private static final int MOST_SUMS = 200_000;

  private SumLattice() {}

  /**
   * The expected histogram.
   *
   * @param parts for each part how often it had each value, in whole units
   * @param unit width of a bin in these units
   * @param bins number of bins from 0; what lies outside is left out
   * @param n number of sums expected
   * @return expected counts; empty when a part has no value, or there are too many different sums
   */
  public static double[] histogram(List<Map<Long, Long>> parts, long unit, int bins, double n) {
    Map<Long, Double> sums = new TreeMap<>(Map.of(0L, n));
    for (Map<Long, Long> part : parts) {
      double total = part.values().stream().mapToLong(Long::longValue).sum();
      if (total == 0 || (long) sums.size() * part.size() > 50L * MOST_SUMS) {
        return new double[0];
      }
      Map<Long, Double> next = new TreeMap<>();
      sums.forEach(
          (sum, mass) ->
              part.forEach(
                  (value, count) -> next.merge(sum + value, mass * count / total, Double::sum)));
      if (next.size() > MOST_SUMS) {
        return new double[0];
      }
      sums = next;
    }
    double[] histogram = new double[bins];
    sums.forEach(
        (sum, mass) -> {
          long bin = Math.floorDiv(sum, unit);
          if (bin >= 0 && bin < bins) {
            histogram[(int) bin] += mass;
          }
        });
    return histogram;
  }
}
