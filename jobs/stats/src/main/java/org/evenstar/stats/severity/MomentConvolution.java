package org.evenstar.stats.severity;

import java.util.Arrays;

/**
 * Exact likelihood, expected statistics and information of short patterns: a convolution that
 * carries, beside the weight of each total, the weighted sums of the statistics and of their
 * products.
 *
 * <p>Cost is cells × totals × categories × parameters²; meant for a handful of cells, where the
 * saddle point is poor.
 */
final class MomentConvolution {

  private final CellMoments moments;
  private final int categories;
  private double[] weight = new double[0];
  private double[][] first = new double[0][];
  private double[][] second = new double[0][];
  private double logSum;
  private double tilt;

  MomentConvolution(CellMoments moments, int categories) {
    this.moments = moments;
    this.categories = categories;
  }

  /** Convolves the cells of a pattern; totals run from 0 to cells × (categories - 1). */
  void fill(LocalPlaces places, int[] cells, int length, boolean withProducts) {
    int totals = length * (categories - 1) + 1;
    tilt = moments.solve(cells, length, Math.max(1, (totals - 1) / 2), 0);
    logSum = moments.logSum;
    int dimension = places.size();
    weight = new double[totals];
    first = new double[dimension][totals];
    second = new double[withProducts ? dimension * dimension : 0][totals];
    weight[0] = 1;
    double[] stat = new double[dimension];
    for (int j = 0; j < length; j++) {
      for (int s = (j + 1) * (categories - 1); s >= 0; s--) {
        step(places, j, s, stat, withProducts);
      }
    }
  }

  /** Replaces total {@code s} by what cell {@code j} makes of the totals below it. */
  private void step(LocalPlaces places, int j, int s, double[] stat, boolean withProducts) {
    int dimension = places.size();
    double newWeight = 0;
    double[] newFirst = new double[dimension];
    double[] newSecond = new double[second.length];
    Arrays.fill(stat, 0);
    for (int k = 0; k < categories && k <= s; k++) {
      if (k > 0) {
        Statistics.add(stat, places, j, k - 1, 1);
      }
      int from = s - k;
      double p = moments.probability[j * categories + k];
      double old = weight[from];
      newWeight += p * old;
      for (int a = 0; a < dimension; a++) {
        newFirst[a] += p * (first[a][from] + stat[a] * old);
        for (int b = a; withProducts && b < dimension; b++) {
          newSecond[a * dimension + b] +=
              p
                  * (second[a * dimension + b][from]
                      + stat[a] * first[b][from]
                      + stat[b] * first[a][from]
                      + stat[a] * stat[b] * old);
        }
      }
    }
    weight[s] = newWeight;
    for (int a = 0; a < dimension; a++) {
      first[a][s] = newFirst[a];
    }
    for (int ab = 0; ab < newSecond.length; ab++) {
      second[ab][s] = newSecond[ab];
    }
  }

  /** Adds all that {@code n} institutions with total {@code r} give. */
  void add(Likelihood sums, LocalPlaces places, int r, double n, int size) {
    sums.logNormaliser += n * (Math.log(weight[r]) + logSum - tilt * r);
    int dimension = places.size();
    for (int a = 0; a < dimension; a++) {
      double meanA = first[a][r] / weight[r];
      sums.statistic[places.global(a)] += n * meanA;
      for (int b = a; b < dimension; b++) {
        double c = second[a * dimension + b][r] / weight[r] - meanA * first[b][r] / weight[r];
        sums.information[places.global(a) * size + places.global(b)] += n * c;
        if (a != b) {
          sums.information[places.global(b) * size + places.global(a)] += n * c;
        }
      }
    }
  }

  /** Expected statistics given total {@code r}, by local place. */
  void expect(LocalPlaces places, int r, double[] statistic) {
    for (int a = 0; a < places.size(); a++) {
      statistic[a] = first[a][r] / weight[r];
    }
  }
}
