package org.evenstar.stats.severity;

/**
 * Sums of one chunk of patterns: log likelihood, expected category counts by cell, expected
 * statistics and information. Chunks are added in order, so the bits do not depend on threads.
 *
 * <p>A parameter's statistic is what multiplies it in the log likelihood, sign turned: the score of
 * a body's or an indicator's ratings, and for threshold t the number of ratings above t.
 */
final class Likelihood {

  private final Layout layout;
  private final int categories;
  private final int steps;
  final double[] expected;
  final double[] covariance;
  final double[] statistic;
  final double[] information;
  double logNormaliser;

  Likelihood(Layout layout, int cells, int categories) {
    this.layout = layout;
    this.categories = categories;
    this.steps = categories - 1;
    this.expected = new double[cells * categories];
    this.covariance = new double[cells * steps * (steps + 1) / 2];
    this.statistic = new double[layout.size()];
    this.information = new double[layout.size() * layout.size()];
  }

  /** Doubles one instance holds: what decides how many chunks are affordable. */
  static long doubles(Layout layout, int cells, int categories) {
    int steps = categories - 1;
    return (long) cells * (categories + (long) steps * (steps + 1) / 2)
        + (long) layout.size() * (layout.size() + 1);
  }

  void add(Likelihood other) {
    logNormaliser += other.logNormaliser;
    add(expected, other.expected);
    add(covariance, other.covariance);
    add(statistic, other.statistic);
    add(information, other.information);
  }

  /** Adds the covariances of one cell's steps, given its category probabilities from {@code at}. */
  void addCovariance(int cell, double[] probability, int at, double weight) {
    int to = cell * steps * (steps + 1) / 2;
    double above = 1;
    for (int s = 0; s < steps; s++) {
      above -= probability[at + s];
      double beyond = above;
      covariance[to++] += weight * beyond * (1 - above);
      for (int t = s + 1; t < steps; t++) {
        beyond -= probability[at + t];
        covariance[to++] += weight * beyond * (1 - above);
      }
    }
  }

  /** Turns the cells' sums into statistics and information; call once, after all chunks. */
  void collect(int indicators) {
    int cells = expected.length / categories;
    int size = layout.size();
    int perCell = steps * (steps + 1) / 2;
    for (int cell = 0; cell < cells; cell++) {
      int body = layout.slot(cell / indicators);
      int item = layout.item(cell % indicators);
      int threshold = layout.threshold(cell % indicators);
      double above = 0;
      for (int t = steps - 1; t >= 0; t--) {
        above += expected[cell * categories + t + 1];
        addTo(statistic, body, above);
        addTo(statistic, item, above);
        addTo(statistic, threshold < 0 ? -1 : threshold + t, above);
      }
      int at = cell * perCell;
      for (int s = 0; s < steps; s++) {
        for (int t = s; t < steps; t++) {
          double c = covariance[at++];
          if (c != 0) {
            addSteps(size, body, item, threshold, s, t, c);
            if (s != t) {
              addSteps(size, body, item, threshold, t, s, c);
            }
          }
        }
      }
    }
  }

  /** Covariance {@code c} between "above s" and "above t", for all parameters that hold them. */
  private void addSteps(int size, int body, int item, int threshold, int s, int t, double c) {
    int thresholdS = threshold < 0 ? -1 : threshold + s;
    int thresholdT = threshold < 0 ? -1 : threshold + t;
    addRow(size, body, body, item, thresholdT, c);
    addRow(size, item, body, item, thresholdT, c);
    addRow(size, thresholdS, body, item, thresholdT, c);
  }

  private void addRow(int size, int row, int body, int item, int threshold, double c) {
    if (row >= 0) {
      addTo(information, body < 0 ? -1 : row * size + body, c);
      addTo(information, item < 0 ? -1 : row * size + item, c);
      addTo(information, threshold < 0 ? -1 : row * size + threshold, c);
    }
  }

  private static void addTo(double[] values, int place, double amount) {
    if (place >= 0) {
      values[place] += amount;
    }
  }

  private static void add(double[] to, double[] from) {
    for (int i = 0; i < to.length; i++) {
      to[i] += from[i];
    }
  }
}
