package org.evenstar.stats.severity;

import java.util.Arrays;

/**
 * The conditional likelihood of one group by saddle-point approximation of its normaliser.
 *
 * <p>{@code log gamma(r) ~ K0(theta) - theta r - log(2 pi K2)/2 + K4/(8 K2^2) - 5 K3^2/(24 K2^3)}
 * at {@code K1(theta) = r} (Daniels 1954; Barndorff-Nielsen and Cox 1979), K the cumulants of the
 * total. Its derivative by the log weight of a category is the expected count of that category; the
 * information is {@code sum of Cov(T, T) - c c' / K2}, c the covariance of T with the total.
 */
final class SaddlePoint {

  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

  private final CellMoments moments;
  private final int categories;
  private final int steps;
  private final boolean isCorrected;
  private final double[] fourth;
  private double[] slope = new double[0];
  private double bySecond;
  private double byThird;
  private double byFourth;
  private double byMean;
  private double correction;

  SaddlePoint(CellMoments moments, int categories, Normaliser normaliser) {
    this.moments = moments;
    this.isCorrected = normaliser != Normaliser.JOINT;
    this.fourth = new double[moments.mean.length];
    this.categories = categories;
    this.steps = categories - 1;
  }

  /** Adds likelihood and expected counts of {@code n} institutions; moments are at the solution. */
  void addCounts(Likelihood sums, int[] cells, int length, double theta, int score, double n) {
    prepare(length);
    sums.logNormaliser += n * logNormaliser(theta, score);
    for (int j = 0; j < length; j++) {
      int to = cells[j] * categories;
      for (int k = 0; k < categories; k++) {
        sums.expected[to + k] += n * count(j, k);
      }
    }
  }

  /** Adds the information of {@code n} institutions. */
  void addInformation(
      Likelihood sums, LocalPlaces places, int[] cells, int length, double n, int size) {
    int dimension = places.size();
    if (slope.length < dimension) {
      slope = new double[dimension];
    }
    Arrays.fill(slope, 0, dimension, 0);
    for (int j = 0; j < length; j++) {
      sums.addCovariance(cells[j], moments.probability, j * categories, n);
      addSlope(places, j);
    }
    double scale = n / moments.varianceSum;
    for (int a = 0; a < dimension; a++) {
      double row = scale * slope[a];
      int at = places.global(a) * size;
      for (int b = 0; b < dimension; b++) {
        sums.information[at + places.global(b)] -= row * slope[b];
      }
    }
  }

  /** Expected statistics of one institution, by local place. */
  void expect(LocalPlaces places, int length, double[] statistic) {
    prepare(length);
    Arrays.fill(statistic, 0, places.size(), 0);
    for (int j = 0; j < length; j++) {
      double above = 0;
      for (int t = steps - 1; t >= 0; t--) {
        above += count(j, t + 1);
        Statistics.add(statistic, places, j, t, above);
      }
    }
  }

  /** Fourth and fifth cumulants of the total, and what a change of each cumulant is worth. */
  private void prepare(int length) {
    if (!isCorrected) {
      return;
    }
    double k2 = moments.varianceSum;
    double k3 = moments.thirdSum;
    double k4 = 0;
    double k5 = 0;
    for (int j = 0; j < length; j++) {
      double m4 = 0;
      double m5 = 0;
      for (int k = 0; k < categories; k++) {
        double d = k - moments.mean[j];
        double term = moments.probability[j * categories + k] * d * d * d * d;
        m4 += term;
        m5 += term * d;
      }
      fourth[j] = m4;
      k4 += m4 - 3 * moments.variance[j] * moments.variance[j];
      k5 += m5 - 10 * moments.third[j] * moments.variance[j];
    }
    byFourth = 1 / (8 * k2 * k2);
    byThird = -5 * k3 / (12 * k2 * k2 * k2);
    bySecond = -0.5 / k2 - k4 / (4 * k2 * k2 * k2) + 5 * k3 * k3 / (8 * k2 * k2 * k2 * k2);
    // The location moves too: every cumulant changes by the next one times that move.
    byMean = -(bySecond * k3 + byThird * k4 + byFourth * k5) / k2;
    correction =
        k4 * byFourth - 5 * k3 * k3 / (24 * k2 * k2 * k2) - HALF_LOG_TWO_PI - 0.5 * Math.log(k2);
  }

  private double logNormaliser(double theta, int score) {
    return moments.logSum - theta * score + correction;
  }

  private double count(int j, int k) {
    double d = k - moments.mean[j];
    double v = moments.variance[j];
    double m3 = moments.third[j];
    double second = d * d - v;
    double change =
        byMean * d
            + bySecond * second
            + byThird * (d * (d * d - 3 * v) - m3)
            + byFourth * (d * d * d * d - fourth[j] - 4 * m3 * d - 6 * v * second);
    return moments.probability[j * categories + k] * (1 + change);
  }

  /** Covariance of each statistic with the total. */
  private void addSlope(LocalPlaces places, int j) {
    double above = 0;
    double weighted = 0;
    for (int t = steps - 1; t >= 0; t--) {
      double p = moments.probability[j * categories + t + 1];
      above += p;
      weighted += p * (t + 1);
      Statistics.add(slope, places, j, t, weighted - moments.mean[j] * above);
    }
  }
}
