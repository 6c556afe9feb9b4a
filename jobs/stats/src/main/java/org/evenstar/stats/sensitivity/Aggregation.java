package org.evenstar.stats.sensitivity;

/** How domain scores become an index. Scores are in [0, 1], weights add to 1. */
public enum Aggregation {
  /** Weighted mean: a weak domain is fully made up for. */
  ARITHMETIC {
    @Override
    double index(double[] scores, double[] weights) {
      double sum = 0;
      for (int d = 0; d < scores.length; d++) {
        sum += weights[d] * scores[d];
      }
      return sum;
    }
  },
  /**
   * Weighted geometric mean: a weak domain is made up for in part; scores below 0.01 count as 0.01.
   */
  GEOMETRIC {
    @Override
    double index(double[] scores, double[] weights) {
      double sum = 0;
      for (int d = 0; d < scores.length; d++) {
        sum += weights[d] * Math.log(Math.max(FLOOR, scores[d]));
      }
      return Math.exp(sum);
    }
  },
  /** Mazziotta and Pareto: the mean less the spread between domains, {@code M - s²/M}. */
  MAZZIOTTA_PARETO {
    @Override
    double index(double[] scores, double[] weights) {
      double mean = ARITHMETIC.index(scores, weights);
      double squares = 0;
      for (int d = 0; d < scores.length; d++) {
        squares += weights[d] * (scores[d] - mean) * (scores[d] - mean);
      }
      return mean <= 0 ? 0 : mean - squares / mean;
    }
  },
  /** The weakest domain decides. */
  MINIMUM {
    @Override
    double index(double[] scores, double[] weights) {
      double least = Double.POSITIVE_INFINITY;
      for (double score : scores) {
        least = Math.min(least, score);
      }
      return scores.length == 0 ? 0 : least;
    }
  };

  private static final double FLOOR = 0.01;

  abstract double index(double[] scores, double[] weights);
}
