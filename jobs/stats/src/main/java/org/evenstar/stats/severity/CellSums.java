package org.evenstar.stats.severity;

/** Sums of residuals over a set of ratings, from which fit statistics follow. */
final class CellSums {

  private static final int FIELDS = 8;

  private final double[] sums;

  CellSums(int cells) {
    this.sums = new double[cells * FIELDS];
  }

  void add(int cell, double category, double mean, double variance, double fourth) {
    int at = cell * FIELDS;
    double residual = category - mean;
    double square = residual * residual;
    double v = Math.max(variance, 1e-300);
    sums[at]++;
    sums[at + 1] += category;
    sums[at + 2] += mean;
    sums[at + 3] += square;
    sums[at + 4] += variance;
    sums[at + 5] += square / v;
    sums[at + 6] += fourth - variance * variance;
    sums[at + 7] += fourth / (v * v);
  }

  void add(CellSums other) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += other.sums[i];
    }
  }

  /** The fit of the union of the cells that {@code set} numbers {@code wanted}. */
  FitStatistics fit(int[] set, int wanted) {
    double[] total = new double[FIELDS];
    for (int cell = 0; cell < set.length; cell++) {
      for (int field = 0; set[cell] == wanted && field < FIELDS; field++) {
        total[field] += sums[cell * FIELDS + field];
      }
    }
    return FitStatistics.of(
        (long) total[0], total[1], total[2], total[3], total[4], total[5], total[6], total[7]);
  }

  double observed(int cell) {
    return sums[cell * FIELDS + 1];
  }

  double expected(int cell) {
    return sums[cell * FIELDS + 2];
  }

  double count(int cell) {
    return sums[cell * FIELDS];
  }
}
