package org.evenstar.stats.severity;

/**
 * Category probabilities and their cumulants for the cells of one pattern at one location, with
 * room to reuse: one instance a thread.
 */
final class CellMoments {

  private static final int MOST_STEPS = 60;
  private static final double SMALL_STEP = 1e-5;

  private final CellWeights weights;
  private final int categories;
  private final double[] powers;
  final double[] probability;
  final double[] mean;
  final double[] variance;
  final double[] third;

  /** Sums over the pattern: log normaliser, mean, variance and third cumulant of the total. */
  double logSum;

  double meanSum;
  double varianceSum;
  double thirdSum;

  CellMoments(CellWeights weights, int longest) {
    this.weights = weights;
    this.categories = weights.categories();
    this.powers = new double[categories];
    this.probability = new double[longest * categories];
    this.mean = new double[longest];
    this.variance = new double[longest];
    this.third = new double[longest];
  }

  /** Fills all moments at location {@code theta}. */
  void at(double theta, int[] cells, int length) {
    fillPowers(theta);
    double[] w = weights.weights();
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    double logs = 0;
    double product = 1;
    for (int j = 0; j < length; j++) {
      int from = cells[j] * categories;
      int to = j * categories;
      double total = 0;
      double first = 0;
      for (int k = 0; k < categories; k++) {
        double p = w[from + k] * powers[k];
        probability[to + k] = p;
        total += p;
        first += k * p;
      }
      double scale = 1 / total;
      double mu = first * scale;
      double v = 0;
      double c3 = 0;
      for (int k = 0; k < categories; k++) {
        double p = probability[to + k] * scale;
        probability[to + k] = p;
        double d = k - mu;
        double pdd = p * d * d;
        v += pdd;
        c3 += pdd * d;
      }
      mean[j] = mu;
      variance[j] = v;
      third[j] = c3;
      sum1 += mu;
      sum2 += v;
      sum3 += c3;
      product *= total;
      if (product > 1e200 || product < 1e-200) {
        logs += Math.log(product);
        product = 1;
      }
    }
    logSum = logs + Math.log(product);
    meanSum = sum1;
    varianceSum = sum2;
    thirdSum = sum3;
  }

  /** The location at which the expected total is {@code score}; moments are left filled there. */
  double solve(int[] cells, int length, int score, double start) {
    double theta = start;
    double low = -60;
    double high = 60;
    for (int step = 0; step < MOST_STEPS; step++) {
      totals(theta, cells, length);
      double gap = score - meanSum;
      if (gap > 0) {
        low = theta;
      } else {
        high = theta;
      }
      double move = gap / varianceSum;
      // Newton's error is squared: after a step this small another one would change nothing.
      if (Math.abs(move) < SMALL_STEP) {
        theta += move;
        break;
      }
      double next = theta + Math.max(-2, Math.min(2, move));
      theta = next > low && next < high ? next : (low + high) / 2;
    }
    at(theta, cells, length);
    return theta;
  }

  /** Mean and variance of the total only. */
  private void totals(double theta, int[] cells, int length) {
    double z = fillPowers(theta);
    double[] w = weights.weights();
    double sum1 = 0;
    double sum2 = 0;
    for (int j = 0; j < length; j++) {
      int from = cells[j] * categories;
      double total = w[from];
      double first = 0;
      double second = 0;
      double power = 1;
      for (int k = 1; k < categories; k++) {
        power *= z;
        double p = w[from + k] * power;
        double kp = k * p;
        total += p;
        first += kp;
        second += k * kp;
      }
      double scale = 1 / total;
      double mu = first * scale;
      sum1 += mu;
      sum2 += second * scale - mu * mu;
    }
    meanSum = sum1;
    varianceSum = sum2;
  }

  private double fillPowers(double theta) {
    double z = Math.exp(theta);
    powers[0] = 1;
    for (int k = 1; k < categories; k++) {
      powers[k] = powers[k - 1] * z;
    }
    return z;
  }
}
