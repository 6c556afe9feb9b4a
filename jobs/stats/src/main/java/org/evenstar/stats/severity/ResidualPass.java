package org.evenstar.stats.severity;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * One pass over all ratings at the institutions' locations: residuals by cell, uses and average
 * measures of categories, products of residuals between indicators, and the most unexpected
 * ratings.
 */
final class ResidualPass {

  private static final int CHUNKS = 16;

  final CellSums cells;

  /** Uses of each category, by cell. */
  final double[] uses;

  /** Sum of {@code theta - difficulty - severity} over those uses, by cell and category. */
  final double[] measures;

  /** Over dossiers: sums of products of standardised residuals, and of how many there are. */
  final double[] products;

  final double[] pairs;
  final long unexpectedCount;
  final List<UnexpectedRating> unexpected;

  private ResidualPass(Part whole, int most) {
    this.cells = whole.cells;
    this.uses = whole.uses;
    this.measures = whole.measures;
    this.products = whole.products;
    this.pairs = whole.pairs;
    this.unexpectedCount = whole.unexpectedCount;
    List<UnexpectedRating> all = new ArrayList<>(whole.unexpected);
    all.sort(UnexpectedRating.FARTHEST_FIRST);
    this.unexpected = List.copyOf(all.subList(0, Math.min(most, all.size())));
  }

  /**
   * Reads all ratings.
   *
   * @param limit standardised residual from which a rating is unexpected
   * @param most how many of them are kept
   */
  static ResidualPass over(
      Groups groups,
      RaschParameters parameters,
      CellWeights weights,
      Locations locations,
      double limit,
      int most,
      int threads) {
    int[] bounds =
        Chunks.cut(
            groups.groups(),
            CHUNKS,
            g -> (long) groups.size(g) * groups.length(groups.patternOf(g)));
    List<Part> parts =
        Chunks.map(
            CHUNKS,
            threads,
            chunk -> {
              Part part = new Part(groups, parameters, weights, limit, most);
              for (int g = bounds[chunk]; g < bounds[chunk + 1]; g++) {
                part.add(g, locations.theta(g));
              }
              return part;
            });
    Part whole = parts.get(0);
    for (int chunk = 1; chunk < CHUNKS; chunk++) {
      whole.add(parts.get(chunk));
    }
    return new ResidualPass(whole, most);
  }

  private static final class Part {
    private final Groups groups;
    private final double limit;
    private final int most;
    private final int indicators;
    private final int categories;
    private final double[] location;
    private final CellMoments moments;
    private final int[] cellOf;
    private final byte[] given;
    private final int[] order;
    private final double[] deviation;
    private final double[] fourth;
    private final double[] residual;
    private final CellSums cells;
    private final double[] uses;
    private final double[] measures;
    private final double[] products;
    private final double[] pairs;
    private final PriorityQueue<UnexpectedRating> unexpected =
        new PriorityQueue<>(UnexpectedRating.FARTHEST_FIRST.reversed());
    private long unexpectedCount;
    private int pattern = -1;
    private int length;

    Part(Groups groups, RaschParameters parameters, CellWeights weights, double limit, int most) {
      this.groups = groups;
      this.limit = limit;
      this.most = most;
      this.indicators = groups.data().indicators();
      this.categories = groups.categories();
      int count = groups.cellCount();
      this.location = new double[count];
      for (int cell = 0; cell < count; cell++) {
        location[cell] =
            parameters.severity(groups.bodyOfCell(cell))
                + parameters.difficulty(groups.indicatorOfCell(cell));
      }
      int longest = groups.longest();
      this.moments = new CellMoments(weights, longest);
      this.cellOf = new int[longest];
      this.given = new byte[longest];
      this.order = new int[groups.mostRows()];
      this.deviation = new double[longest];
      this.fourth = new double[longest];
      this.residual = new double[longest];
      this.cells = new CellSums(count);
      this.uses = new double[count * categories];
      this.measures = new double[count * categories];
      this.products = new double[indicators * indicators];
      this.pairs = new double[indicators * indicators];
    }

    void add(int group, double theta) {
      if (groups.patternOf(group) != pattern) {
        pattern = groups.patternOf(group);
        length = groups.cells(pattern, cellOf);
      }
      moments.at(theta, cellOf, length);
      for (int j = 0; j < length; j++) {
        double sum = 0;
        for (int k = 0; k < categories; k++) {
          double d = k - moments.mean[j];
          sum += moments.probability[j * categories + k] * d * d * d * d;
        }
        fourth[j] = sum;
        deviation[j] = Math.sqrt(Math.max(moments.variance[j], 1e-300));
      }
      for (int i = groups.first(group); i < groups.first(group + 1); i++) {
        addInstitution(groups.institutionAt(i), theta);
      }
    }

    private void addInstitution(int institution, double theta) {
      groups.categories(institution, pattern, order, given);
      for (int j = 0; j < length; j++) {
        int cell = cellOf[j];
        cells.add(cell, given[j], moments.mean[j], moments.variance[j], fourth[j]);
        uses[cell * categories + given[j]]++;
        measures[cell * categories + given[j]] += theta - location[cell];
        residual[j] = (given[j] - moments.mean[j]) / deviation[j];
        if (Math.abs(residual[j]) >= limit) {
          keep(institution, j);
        }
      }
      int from = 0;
      for (int j = 1; j <= length; j++) {
        // Cells of one dossier ascend; the next dossier starts at a lower cell or another body.
        if (j == length
            || cellOf[j] <= cellOf[j - 1]
            || cellOf[j] / indicators != cellOf[j - 1] / indicators) {
          addProducts(from, j);
          from = j;
        }
      }
    }

    private void addProducts(int from, int to) {
      for (int a = from; a < to; a++) {
        int row = cellOf[a] % indicators * indicators;
        for (int b = a; b < to; b++) {
          int at = row + cellOf[b] % indicators;
          products[at] += residual[a] * residual[b];
          pairs[at]++;
        }
      }
    }

    private void keep(int institution, int j) {
      unexpectedCount++;
      unexpected.add(
          new UnexpectedRating(
              institution,
              groups.bodyOfCell(cellOf[j]),
              groups.indicatorOfCell(cellOf[j]),
              given[j],
              moments.mean[j],
              residual[j]));
      if (unexpected.size() > most) {
        unexpected.remove();
      }
    }

    void add(Part other) {
      cells.add(other.cells);
      add(uses, other.uses);
      add(measures, other.measures);
      add(products, other.products);
      add(pairs, other.pairs);
      unexpectedCount += other.unexpectedCount;
      unexpected.addAll(other.unexpected);
    }

    private static void add(double[] to, double[] from) {
      for (int i = 0; i < to.length; i++) {
        to[i] += from[i];
      }
    }
  }
}
