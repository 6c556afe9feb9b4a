package org.evenstar.stats.multiple;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Adjusted probabilities for many tests. Input and output share their order; ties get equal
 * answers; no test gives an empty array; one test is left as it is.
 */
public enum Adjustment {
  /** Benjamini and Hochberg (1995): {@code min over j ≥ i of p_(j) m/j}; controls the FDR. */
  BENJAMINI_HOCHBERG {
    @Override
    double factor(int rank, int m) {
      return (double) m / rank;
    }
  },
  /** Benjamini and Yekutieli (2001): as above times {@code Σ 1/i}, under any dependence. */
  BENJAMINI_YEKUTIELI {
    @Override
    double factor(int rank, int m) {
      return harmonic(m) * m / rank;
    }
  },
  /** Holm (1979): {@code max over j ≤ i of p_(j) (m-j+1)}; controls the family-wise error. */
  HOLM {
    @Override
    double factor(int rank, int m) {
      return m - rank + 1.0;
    }
  },
  /** Bonferroni: {@code p m}. */
  BONFERRONI {
    @Override
    double factor(int rank, int m) {
      return m;
    }
  };

  abstract double factor(int rank, int m);

  /**
   * The adjusted probabilities.
   *
   * @param probabilities one p per test, in [0, 1]
   * @return one adjusted p per test, in [0, 1], in the same order
   */
  public double[] adjust(double[] probabilities) {
    int m = probabilities.length;
    int[] order = ascendingOrder(probabilities);
    double[] adjusted = new double[m];
    boolean stepsUp = this != HOLM;
    double bound = stepsUp ? 1 : 0;
    for (int step = 0; step < m; step++) {
      int rank = stepsUp ? m - step : step + 1;
      int test = order[rank - 1];
      double scaled = Math.min(1, factor(rank, m) * probabilities[test]);
      bound = stepsUp ? Math.min(bound, scaled) : Math.max(bound, scaled);
      adjusted[test] = this == BONFERRONI ? scaled : bound;
    }
    return adjusted;
  }

  /** Indices that sort the probabilities, ties in input order; refuses what is outside [0, 1]. */
  static int[] ascendingOrder(double[] probabilities) {
    for (double p : probabilities) {
      if (!(p >= 0 && p <= 1)) {
        throw new IllegalArgumentException(
            "Cannot adjust probability '%s': it is outside [0, 1]; leave out tests that were not computed"
                .formatted(p));
      }
    }
    return IntStream.range(0, probabilities.length)
        .boxed()
        .sorted((a, b) -> Double.compare(probabilities[a], probabilities[b]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double harmonic(int m) {
    return Arrays.stream(IntStream.rangeClosed(1, m).toArray()).mapToDouble(i -> 1.0 / i).sum();
  }
}
