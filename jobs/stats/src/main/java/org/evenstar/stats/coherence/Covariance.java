package org.evenstar.stats.coherence;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/** Covariances of columns over the same complete rows. */
final class Covariance {

  private Covariance() {}

  /** The sample covariance matrix; zeros for fewer than two rows. */
  static double[][] of(double[][] columns) {
    int k = columns.length;
    int n = k == 0 ? 0 : columns[0].length;
    double[] means = new double[k];
    for (int a = 0; a < k; a++) {
      for (double value : columns[a]) {
        means[a] += value / n;
      }
    }
    double[][] covariance = new double[k][k];
    for (int a = 0; a < k && n > 1; a++) {
      for (int b = 0; b <= a; b++) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
          sum += (columns[a][i] - means[a]) * (columns[b][i] - means[b]);
        }
        covariance[a][b] = sum / (n - 1);
        covariance[b][a] = covariance[a][b];
      }
    }
    return covariance;
  }

  /** Correlations; 0 beside a constant column. */
  static double[][] correlation(double[][] covariance) {
    int k = covariance.length;
    double[][] correlation = new double[k][k];
    for (int a = 0; a < k; a++) {
      for (int b = 0; b < k; b++) {
        double scale = Math.sqrt(covariance[a][a] * covariance[b][b]);
        correlation[a][b] = a == b ? 1 : scale == 0 ? 0 : covariance[a][b] / scale;
      }
    }
    return correlation;
  }

  /** Eigenvalues in descending order. */
  static double[] eigenvalues(double[][] symmetric) {
    if (symmetric.length == 0) {
      return new double[0];
    }
    double[] values =
        new EigenDecomposition(new Array2DRowRealMatrix(symmetric)).getRealEigenvalues();
    java.util.Arrays.sort(values);
    double[] descending = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      descending[i] = values[values.length - 1 - i];
    }
    return descending;
  }
}
