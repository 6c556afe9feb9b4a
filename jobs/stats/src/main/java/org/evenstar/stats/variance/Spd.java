package org.evenstar.stats.variance;

import java.util.Optional;

/**
 * Inverse and log determinant of a small symmetric positive definite matrix, by Cholesky.
 *
 * @param inverse the full inverse
 * @param logDeterminant of the matrix
 */
@SuppressWarnings("ArrayRecordComponent") // columns out, by design of this module
record Spd(double[][] inverse, double logDeterminant) {

  private static final double SINGULAR = 1e-12;

  /** Empty when a pivot vanishes: the matrix is singular to working precision. */
  static Optional<Spd> of(double[][] matrix, int size) {
    double[][] lower = new double[size][size];
    double logDeterminant = 0;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        if (i == j) {
          if (!(sum > SINGULAR * matrix[i][i])) {
            return Optional.empty();
          }
          lower[i][i] = Math.sqrt(sum);
          logDeterminant += Math.log(sum);
        } else {
          lower[i][j] = sum / lower[j][j];
        }
      }
    }
    return Optional.of(new Spd(inverseOf(lower, size), logDeterminant));
  }

  private static double[][] inverseOf(double[][] lower, int size) {
    // Invert the factor in place of a copy, then multiply its transpose by itself.
    double[][] factor = new double[size][size];
    for (int j = 0; j < size; j++) {
      factor[j][j] = 1 / lower[j][j];
      for (int i = j + 1; i < size; i++) {
        double sum = 0;
        for (int k = j; k < i; k++) {
          sum -= lower[i][k] * factor[k][j];
        }
        factor[i][j] = sum / lower[i][i];
      }
    }
    double[][] inverse = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int k = i; k < size; k++) {
          sum += factor[k][i] * factor[k][j];
        }
        inverse[i][j] = sum;
        inverse[j][i] = sum;
      }
    }
    return inverse;
  }
}
