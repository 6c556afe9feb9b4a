package org.evenstar.stats.benchmark;

/**
 * A mean with weights {@code 1/(v_i + τ²)}.
 *
 * @param mean the weighted mean
 * @param error {@code √(1/Σw)}
 */
record WeightedMean(double mean, double error) {

  static WeightedMean of(double[] values, double[] variances, double tau2) {
    double weights = 0;
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      double weight = 1 / (variances[i] + tau2);
      weights += weight;
      sum += weight * values[i];
    }
    return new WeightedMean(sum / weights, Math.sqrt(1 / weights));
  }

  /** The generalised Q: {@code Σ w_i (y_i - mean)²}. */
  double heterogeneity(double[] values, double[] variances, double tau2) {
    double q = 0;
    for (int i = 0; i < values.length; i++) {
      double residual = values[i] - mean;
      q += residual * residual / (variances[i] + tau2);
    }
    return q;
  }
}
