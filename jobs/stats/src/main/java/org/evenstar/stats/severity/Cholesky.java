package org.evenstar.stats.severity;

import java.util.Optional;

/** Solves with a symmetric positive definite matrix stored by rows. */
final class Cholesky {

  private final int size;
  private final double[] lower;

  private Cholesky(int size, double[] lower) {
    this.size = size;
    this.lower = lower;
  }

  /** The factor, or empty where a pivot falls below {@code tolerance} times its diagonal. */
  static Optional<Cholesky> of(double[] matrix, int size, double tolerance) {
    double[] l = matrix.clone();
    for (int row = 0; row < size; row++) {
      for (int column = 0; column <= row; column++) {
        double sum = l[row * size + column];
        for (int k = 0; k < column; k++) {
          sum -= l[row * size + k] * l[column * size + k];
        }
        if (row == column) {
          if (!(sum > tolerance * matrix[row * size + row]) || !Double.isFinite(sum)) {
            return Optional.empty();
          }
          l[row * size + row] = Math.sqrt(sum);
        } else {
          l[row * size + column] = sum / l[column * size + column];
        }
      }
    }
    return Optional.of(new Cholesky(size, l));
  }

  double[] solve(double[] right) {
    double[] x = right.clone();
    for (int row = 0; row < size; row++) {
      double sum = x[row];
      for (int k = 0; k < row; k++) {
        sum -= lower[row * size + k] * x[k];
      }
      x[row] = sum / lower[row * size + row];
    }
    for (int row = size - 1; row >= 0; row--) {
      double sum = x[row];
      for (int k = row + 1; k < size; k++) {
        sum -= lower[k * size + row] * x[k];
      }
      x[row] = sum / lower[row * size + row];
    }
    return x;
  }

  /** The inverse, by rows. */
  double[] inverse() {
    double[] inverse = new double[size * size];
    for (int column = 0; column < size; column++) {
      double[] unit = new double[size];
      unit[column] = 1;
      double[] solved = solve(unit);
      for (int row = 0; row < size; row++) {
        inverse[row * size + column] = solved[row];
      }
    }
    return inverse;
  }
}
