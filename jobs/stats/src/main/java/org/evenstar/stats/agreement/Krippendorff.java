package org.evenstar.stats.agreement;

import java.util.OptionalDouble;
import org.evenstar.stats.Estimate;
import org.evenstar.stats.Status;

/**
 * Krippendorff's alpha from the matrix of coincidences, {@code 1 - D_o/D_e} (Krippendorff 2004,
 * Content Analysis, chapter 11). Missing cells are allowed; only institutions with two or more
 * ratings count.
 *
 * <p>No pairable rating: NO_OVERLAP. All ratings equal: NO_VARIATION (some software prints 1).
 * Intervals: {@link #withInterval} resamples institutions.
 */
public enum Krippendorff {
  /** Equal or not. */
  NOMINAL {
    @Override
    double difference(double[] use, int i, int j) {
      return i == j ? 0 : 1;
    }
  },
  /** Squared number of ratings between two categories, half of each counted. */
  ORDINAL {
    @Override
    double difference(double[] use, int i, int j) {
      double between = -(use[i] + use[j]) / 2;
      for (int k = Math.min(i, j); k <= Math.max(i, j); k++) {
        between += use[k];
      }
      return between * between;
    }
  },
  /** Squared distance of category numbers. */
  INTERVAL {
    @Override
    double difference(double[] use, int i, int j) {
      return (double) (i - j) * (i - j);
    }
  };

  abstract double difference(double[] use, int i, int j);

  /** Alpha without interval: empty when it is undefined. */
  public OptionalDouble alpha(Ratings ratings) {
    Coincidences coincidences = Coincidences.of(ratings);
    double observed = 0;
    double expected = 0;
    double[] use = coincidences.use();
    for (int i = 0; i < use.length; i++) {
      for (int j = 0; j < use.length; j++) {
        double difference = difference(use, i, j);
        observed += coincidences.matrix()[i][j] * difference;
        expected += use[i] * use[j] * difference;
      }
    }
    if (expected == 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(1 - (coincidences.n() - 1) * observed / expected);
  }

  /**
   * Alpha with an interval by {@link Resampling} of institutions.
   *
   * @param draws of the bootstrap
   * @param seed of the bootstrap
   */
  public Agreement withInterval(Ratings ratings, double confidence, int draws, long seed) {
    Ratings paired = ratings.atLeast(2);
    if (paired.n() == 0) {
      return Agreement.absent(ratings.n() == 0 ? Status.NO_DATA : Status.NO_OVERLAP, 0);
    }
    OptionalDouble alpha = alpha(paired);
    if (alpha.isEmpty()) {
      return Agreement.absent(Status.NO_VARIATION, paired.n());
    }
    Estimate estimate =
        paired.n() == 1
            ? Estimate.withoutInterval(alpha.getAsDouble(), Status.TOO_FEW)
            : Resampling.of(paired, this::alpha, alpha.getAsDouble(), confidence, draws, seed);
    return new Agreement(estimate, OptionalDouble.empty(), OptionalDouble.empty(), paired.n());
  }

  /** How often two ratings of one institution meet, each pair weighted 1/(m - 1). */
  @SuppressWarnings("ArrayRecordComponent") // columns out, by design of this module
  private record Coincidences(double n, double[] use, double[][] matrix) {

    static Coincidences of(Ratings ratings) {
      int q = ratings.categories();
      double[][] matrix = new double[q][q];
      double[] use = new double[q];
      double n = 0;
      for (int p = 0; p < ratings.patterns(); p++) {
        int m = ratings.ratingsIn(p);
        if (m < 2) {
          continue;
        }
        int[] given = ratings.categoriesIn(p);
        for (int i = 0; i < q; i++) {
          for (int j = 0; j < q; j++) {
            double pairs = given[i] * (given[j] - (i == j ? 1.0 : 0.0));
            matrix[i][j] += ratings.count(p) * pairs / (m - 1);
          }
          use[i] += (double) ratings.count(p) * given[i];
        }
        n += (double) ratings.count(p) * m;
      }
      return new Coincidences(n, use, matrix);
    }
  }
}
