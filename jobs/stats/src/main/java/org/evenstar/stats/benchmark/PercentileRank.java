package org.evenstar.stats.benchmark;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Where one value stands in a group, by three definitions that differ for small groups and ties.
 *
 * @param below how many of the group are below the value
 * @param equal how many equal it, itself included when it belongs to the group
 * @param n the size of the group
 */
public record PercentileRank(long below, long equal, long n) {

  /** Refuses counts that no group can have. */
  public PercentileRank {
    if (below < 0 || equal < 0 || below + equal > n) {
      throw new IllegalArgumentException(
          "Cannot rank value with '%d below, %d equal of %d': counts do not fit; check the group"
              .formatted(below, equal, n));
    }
  }

  /** The rank of {@code value} among {@code group}, which may or may not hold it. */
  public static PercentileRank of(double[] group, double value) {
    long below = Arrays.stream(group).filter(other -> other < value).count();
    long equal = Arrays.stream(group).filter(other -> other == value).count();
    return new PercentileRank(below, equal, group.length);
  }

  /** SQL's {@code percent_rank}: {@code below / (n - 1)}; empty for n &lt; 2. */
  public OptionalDouble percentRank() {
    return n < 2 ? OptionalDouble.empty() : OptionalDouble.of((double) below / (n - 1));
  }

  /** SQL's {@code cume_dist}: {@code (below + equal) / n}; empty for n = 0. */
  public OptionalDouble cumulative() {
    return n == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) (below + equal) / n);
  }

  /**
   * Hazen's mid-rank: {@code (below + equal/2) / n}, the one that treats ties evenly and says the
   * same from both ends; empty for n = 0.
   */
  public OptionalDouble hazen() {
    return n == 0 ? OptionalDouble.empty() : OptionalDouble.of((below + equal / 2.0) / n);
  }
}
