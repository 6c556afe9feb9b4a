package org.evenstar.stats.severity;

import java.util.Arrays;

/**
 * Warm's weighted likelihood estimate of every group's location: {@code r - K1 + K3 / (2 K2) = 0},
 * standard error {@code 1/sqrt(K2)}.
 *
 * <p>Warm (1989), Psychometrika 54. It is finite for institutions with only lowest or only highest
 * ratings too, which is the rule for extreme scores here.
 */
final class Locations {

  private static final int CHUNKS = 16;
  private static final int MOST_STEPS = 100;
  private static final double FARTHEST = 30;

  private final Groups groups;
  private final double[] theta;
  private final double[] error;

  private Locations(Groups groups) {
    this.groups = groups;
    this.theta = new double[groups.groups()];
    this.error = new double[groups.groups()];
  }

  /** Estimates all locations with the other parameters held. */
  static Locations of(Groups groups, CellWeights weights, int threads) {
    Locations locations = new Locations(groups);
    int[] bounds = Chunks.cut(groups.groups(), CHUNKS, g -> groups.length(groups.patternOf(g)));
    Chunks.map(
        CHUNKS,
        threads,
        chunk -> {
          locations.solve(weights, bounds[chunk], bounds[chunk + 1]);
          return chunk;
        });
    return locations;
  }

  double theta(int group) {
    return theta[group];
  }

  double error(int group) {
    return error[group];
  }

  /** Mean over institutions. */
  double mean() {
    double sum = 0;
    double n = 0;
    for (int group = 0; group < theta.length; group++) {
      sum += groups.size(group) * theta[group];
      n += groups.size(group);
    }
    return n == 0 ? 0 : sum / n;
  }

  /** By institution; {@code absent} where it has no rating on what was estimated. */
  double[] byInstitution(double absent) {
    double[] all = new double[groups.data().institutions()];
    Arrays.fill(all, absent);
    for (int group = 0; group < theta.length; group++) {
      for (int i = groups.first(group); i < groups.first(group + 1); i++) {
        all[groups.institutionAt(i)] = theta[group];
      }
    }
    return all;
  }

  private void solve(CellWeights weights, int from, int to) {
    CellMoments moments = new CellMoments(weights, groups.longest());
    int[] cells = new int[groups.longest()];
    int pattern = -1;
    int length = 0;
    double start = 0;
    for (int group = from; group < to; group++) {
      if (groups.patternOf(group) != pattern) {
        pattern = groups.patternOf(group);
        length = groups.cells(pattern, cells);
      }
      start = solve(moments, cells, length, groups.score(group), start);
      theta[group] = start;
      error[group] = 1 / Math.sqrt(moments.varianceSum);
    }
  }

  private static double solve(
      CellMoments moments, int[] cells, int length, int score, double start) {
    double theta = start;
    double low = -FARTHEST;
    double high = FARTHEST;
    for (int step = 0; step < MOST_STEPS; step++) {
      moments.at(theta, cells, length);
      double k2 = moments.varianceSum;
      double gap = score - moments.meanSum + moments.thirdSum / (2 * k2);
      if (gap > 0) {
        low = theta;
      } else {
        high = theta;
      }
      double move = gap / k2;
      if (Math.abs(move) < 1e-10) {
        return theta;
      }
      double next = theta + Math.max(-1, Math.min(1, move));
      theta = next > low && next < high ? next : (low + high) / 2;
    }
    return theta;
  }
}
