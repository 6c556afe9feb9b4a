package org.evenstar.stats.severity;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The interaction table of bodies with indicators, or with sets of indicators.
 *
 * <p>Expected totals depend on groups only, so Newton's steps for all sets together cost one
 * evaluation a group and cell.
 */
final class Interactions {

  private static final int CHUNKS = 16;
  private static final int MOST_STEPS = 30;
  private static final double FARTHEST = 10;

  private final Groups groups;
  private final RaschParameters parameters;
  private final Locations locations;
  private final int threads;

  Interactions(Groups groups, RaschParameters parameters, Locations locations, int threads) {
    this.groups = groups;
    this.parameters = parameters;
    this.locations = locations;
    this.threads = threads;
  }

  /**
   * One row for each body and set that has ratings.
   *
   * @param sets number of sets
   * @param setOf the set of each indicator, -1 for none
   */
  List<Interaction> table(CellSums sums, int sets, int[] setOf) {
    int count = groups.bodies() * sets;
    int[] scope = new int[groups.cellCount()];
    double[] n = new double[count];
    double[] observed = new double[count];
    double[] expected = new double[count];
    for (int cell = 0; cell < scope.length; cell++) {
      int set = setOf[groups.indicatorOfCell(cell)];
      scope[cell] = set < 0 ? -1 : cell / groups.data().indicators() * sets + set;
      if (set >= 0) {
        n[scope[cell]] += sums.count(cell);
        observed[scope[cell]] += sums.observed(cell);
        expected[scope[cell]] += sums.expected(cell);
      }
    }
    double[] shift = new double[count];
    double[] variance = solve(scope, n, observed, shift);
    List<Interaction> rows = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      if (n[at] > 0) {
        boolean isFinite = isInside(observed[at], n[at]) && Math.abs(shift[at]) < FARTHEST;
        double error = 1 / Math.sqrt(variance[at]);
        rows.add(
            new Interaction(
                groups.body(at / sets),
                at % sets,
                (long) n[at],
                isFinite ? OptionalDouble.of(shift[at]) : OptionalDouble.empty(),
                isFinite ? OptionalDouble.of(error) : OptionalDouble.empty(),
                isFinite ? OptionalDouble.of(shift[at] / error) : OptionalDouble.empty(),
                (observed[at] - expected[at]) / n[at]));
      }
    }
    return rows;
  }

  private boolean isInside(double observed, double n) {
    return observed > 0 && observed < n * (groups.categories() - 1);
  }

  /** Fills {@code shift} and returns the variance of each set's total there. */
  private double[] solve(int[] scope, double[] n, double[] observed, double[] shift) {
    double[] variance = new double[n.length];
    for (int step = 0; step < MOST_STEPS; step++) {
      double[][] sums = expected(scope, shift);
      double largest = 0;
      for (int at = 0; at < n.length; at++) {
        variance[at] = Math.max(sums[1][at], 1e-300);
        if (n[at] > 0 && isInside(observed[at], n[at]) && Math.abs(shift[at]) < FARTHEST) {
          double move = (sums[0][at] - observed[at]) / variance[at];
          move = Math.max(-1, Math.min(1, move));
          shift[at] += move;
          largest = Math.max(largest, Math.abs(move));
        }
      }
      if (largest < 1e-9) {
        break;
      }
    }
    return variance;
  }

  /** Expected totals and their variances, by set. */
  private double[][] expected(int[] scope, double[] shift) {
    CellWeights weights = new CellWeights(parameters, groups).shifted(scope, shift);
    int[] bounds = Chunks.cut(groups.groups(), CHUNKS, g -> groups.length(groups.patternOf(g)));
    List<double[][]> parts =
        Chunks.map(
            CHUNKS,
            threads,
            chunk -> part(weights, scope, shift.length, bounds[chunk], bounds[chunk + 1]));
    double[][] sums = parts.get(0);
    for (int chunk = 1; chunk < CHUNKS; chunk++) {
      for (int at = 0; at < shift.length; at++) {
        sums[0][at] += parts.get(chunk)[0][at];
        sums[1][at] += parts.get(chunk)[1][at];
      }
    }
    return sums;
  }

  private double[][] part(CellWeights weights, int[] scope, int count, int from, int to) {
    double[][] sums = new double[2][count];
    CellMoments moments = new CellMoments(weights, groups.longest());
    int[] cells = new int[groups.longest()];
    for (int group = from; group < to; group++) {
      int length = groups.cells(groups.patternOf(group), cells);
      moments.at(locations.theta(group), cells, length);
      int size = groups.size(group);
      for (int j = 0; j < length; j++) {
        int at = scope[cells[j]];
        if (at >= 0) {
          sums[0][at] += size * moments.mean[j];
          sums[1][at] += size * moments.variance[j];
        }
      }
    }
    return sums;
  }
}
