package org.evenstar.stats.agreement;

import java.util.function.IntToDoubleFunction;

/**
 * Per pattern the weighted share of its pairs of ratings that agree, and the mean use of
 * categories.
 */
final class PairedShares {

  private final Ratings ratings;
  private final double[][] weights;
  private final double[] shares;
  private final double[] use;
  private long paired;
  private double observed;

  private PairedShares(Ratings ratings, double[][] weights) {
    this.ratings = ratings;
    this.weights = weights;
    this.shares = new double[ratings.patterns()];
    this.use = new double[weights.length];
    long n = ratings.n();
    double sum = 0;
    for (int p = 0; p < shares.length; p++) {
      int[] given = ratings.categoriesIn(p);
      int m = ratings.ratingsIn(p);
      for (int k = 0; k < use.length; k++) {
        use[k] += (double) ratings.count(p) * given[k] / m / n;
      }
      if (m > 1) {
        shares[p] = agreeing(given) / (m * (m - 1.0));
        paired += ratings.count(p);
        sum += ratings.count(p) * shares[p];
      }
    }
    observed = paired == 0 ? 0 : sum / paired;
  }

  static PairedShares of(Ratings ratings, double[][] weights) {
    return new PairedShares(ratings, weights);
  }

  private double agreeing(int[] given) {
    double sum = 0;
    for (int k = 0; k < given.length; k++) {
      double alike = 0;
      for (int l = 0; l < given.length; l++) {
        alike += weights[k][l] * given[l];
      }
      sum += given[k] * (alike - 1);
    }
    return sum;
  }

  Ratings ratings() {
    return ratings;
  }

  double[][] weights() {
    return weights;
  }

  /** Institutions with at least two ratings. */
  long paired() {
    return paired;
  }

  /** Mean share of agreeing pairs over them. */
  double observed() {
    return observed;
  }

  double share(int pattern) {
    return shares[pattern];
  }

  /** Mean use of each category over all rated institutions. */
  double[] use() {
    return use;
  }

  double meanWeight() {
    double sum = 0;
    for (double[] row : weights) {
      for (double weight : row) {
        sum += weight;
      }
    }
    return sum / (weights.length * weights.length);
  }

  /** The weight matrix times a vector. */
  double[] weighted(double[] vector) {
    double[] product = new double[vector.length];
    for (int k = 0; k < vector.length; k++) {
      for (int l = 0; l < vector.length; l++) {
        product[k] += weights[k][l] * vector[l];
      }
    }
    return product;
  }

  /** Per pattern the mean of a value of its ratings' categories. */
  double[] meanOver(IntToDoubleFunction value) {
    double[] means = new double[shares.length];
    for (int p = 0; p < means.length; p++) {
      int[] given = ratings.categoriesIn(p);
      for (int k = 0; k < given.length; k++) {
        means[p] += given[k] * value.applyAsDouble(k) / ratings.ratingsIn(p);
      }
    }
    return means;
  }

  /** Only the patterns with at least two ratings. */
  Ratings pairedRatings() {
    return ratings.atLeast(2);
  }
}
