package org.evenstar.stats.severity;

import java.util.Arrays;

/**
 * Exact normalisers and expected counts of all totals of one pattern at once.
 *
 * <p>Forward: the distribution of the total over the first j cells, by convolution. Backward: the
 * derivative of {@code sum over groups of n log gamma(r)} by every cell's probability, by reverse
 * differentiation of the same convolution. Both cost cells × totals × categories. Weights are
 * tilted to a location near the groups' totals, so that nothing overflows.
 */
final class ExactConvolution {

  private static final double SMALLEST = 1e-200;

  private final CellMoments moments;
  private final int categories;
  private double[] forward = new double[0];
  private double[] adjoint = new double[0];
  private double[] previous = new double[0];

  ExactConvolution(CellMoments moments, int categories) {
    this.moments = moments;
    this.categories = categories;
  }

  /**
   * Adds likelihood and expected counts of all informative groups of a pattern.
   *
   * @return false, with nothing added, where a total is too improbable for double precision
   */
  boolean add(Likelihood sums, Groups groups, int pattern, int[] cells, int length) {
    int totals = length * (categories - 1) + 1;
    double tilt = moments.solve(cells, length, meanScore(groups, pattern, totals - 1), 0);
    fillForward(length, totals);
    int last = length * totals;
    double logSum = moments.logSum;
    adjoint = cleared(adjoint, totals);
    for (int group = groups.firstGroup(pattern); group < groups.firstGroup(pattern + 1); group++) {
      if (groups.isInformative(group)) {
        double probability = forward[last + groups.score(group)];
        if (!(probability > SMALLEST)) {
          return false;
        }
        adjoint[groups.score(group)] = groups.size(group) / probability;
      }
    }
    for (int group = groups.firstGroup(pattern); group < groups.firstGroup(pattern + 1); group++) {
      if (groups.isInformative(group)) {
        double log = Math.log(forward[last + groups.score(group)]);
        sums.logNormaliser += groups.size(group) * (log + logSum - tilt * groups.score(group));
      }
    }
    addBackward(sums, cells, length, totals);
    return true;
  }

  private static int meanScore(Groups groups, int pattern, int maximum) {
    double weighted = 0;
    double n = 0;
    for (int group = groups.firstGroup(pattern); group < groups.firstGroup(pattern + 1); group++) {
      weighted += (double) groups.size(group) * groups.score(group);
      n += groups.size(group);
    }
    return (int) Math.max(1, Math.min(maximum - 1, Math.round(weighted / n)));
  }

  private void fillForward(int length, int totals) {
    forward = cleared(forward, (length + 1) * totals);
    forward[0] = 1;
    for (int j = 0; j < length; j++) {
      int from = j * totals;
      int to = from + totals;
      int reach = j * (categories - 1);
      for (int k = 0; k < categories; k++) {
        double p = moments.probability[j * categories + k];
        for (int s = 0; s <= reach; s++) {
          forward[to + s + k] += p * forward[from + s];
        }
      }
    }
  }

  private void addBackward(Likelihood sums, int[] cells, int length, int totals) {
    for (int j = length - 1; j >= 0; j--) {
      int from = j * totals;
      int reach = j * (categories - 1);
      previous = cleared(previous, totals);
      for (int k = 0; k < categories; k++) {
        double p = moments.probability[j * categories + k];
        double derivative = 0;
        for (int s = 0; s <= reach; s++) {
          derivative += forward[from + s] * adjoint[s + k];
          previous[s] += p * adjoint[s + k];
        }
        sums.expected[cells[j] * categories + k] += p * derivative;
      }
      double[] swap = adjoint;
      adjoint = previous;
      previous = swap;
    }
  }

  private static double[] cleared(double[] array, int length) {
    if (array.length < length) {
      return new double[length];
    }
    Arrays.fill(array, 0, length, 0);
    return array;
  }
}
