package org.evenstar.stats.severity;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Which bodies share institutions, how often they agree on them, and which single institutions hold
 * a component together.
 *
 * @param pairs pairs of bodies that share an institution, by number
 * @param bridges institutions without which a component would fall apart (leave-one-out
 *     connectedness, Kline, Saggio and Solvsten 2020)
 */
public record Linkage(List<PairLinkage> pairs, List<Integer> bridges) {

  /** Copies its lists. */
  public Linkage {
    pairs = List.copyOf(pairs);
    bridges = List.copyOf(bridges);
  }

  static Linkage of(Groups groups, CellWeights weights, Locations locations) {
    Counter counter = new Counter(groups, weights);
    for (int group = 0; group < groups.groups(); group++) {
      if (groups.distinctBodies(groups.patternOf(group)) > 1) {
        counter.add(group, locations.theta(group));
      }
    }
    return new Linkage(counter.rows(), Bridges.of(groups));
  }

  private static final class Counter {
    private final Groups groups;
    private final CellMoments moments;
    private final int[] cells;
    private final byte[] given;
    private final int[] order;
    private final TreeMap<Long, double[]> sums = new TreeMap<>();

    Counter(Groups groups, CellWeights weights) {
      this.groups = groups;
      this.moments = new CellMoments(weights, groups.longest());
      this.cells = new int[groups.longest()];
      this.given = new byte[groups.longest()];
      this.order = new int[groups.mostRows()];
    }

    void add(int group, double theta) {
      int pattern = groups.patternOf(group);
      int length = groups.cells(pattern, cells);
      int size = groups.size(group);
      int categories = groups.categories();
      int indicators = groups.data().indicators();
      moments.at(theta, cells, length);
      // Cells are sorted by body: [start, end) of each body's run.
      List<int[]> runs = runs(length, indicators);
      for (int a = 0; a < runs.size(); a++) {
        for (int b = a + 1; b < runs.size(); b++) {
          double[] sum =
              sum(cells[runs.get(a)[0]] / indicators, cells[runs.get(b)[0]] / indicators);
          sum[0] += size;
          for (int i = runs.get(a)[0]; i < runs.get(a)[1]; i++) {
            for (int j = runs.get(b)[0]; j < runs.get(b)[1]; j++) {
              if (cells[i] % indicators == cells[j] % indicators) {
                sum[1] += size;
                for (int k = 0; k < categories; k++) {
                  sum[3] +=
                      size
                          * moments.probability[i * categories + k]
                          * moments.probability[j * categories + k];
                }
              }
            }
          }
        }
      }
      for (int at = groups.first(group); at < groups.first(group + 1); at++) {
        groups.categories(groups.institutionAt(at), pattern, order, given);
        addObserved(runs, indicators);
      }
    }

    private void addObserved(List<int[]> runs, int indicators) {
      for (int a = 0; a < runs.size(); a++) {
        for (int b = a + 1; b < runs.size(); b++) {
          double[] sum =
              sum(cells[runs.get(a)[0]] / indicators, cells[runs.get(b)[0]] / indicators);
          for (int i = runs.get(a)[0]; i < runs.get(a)[1]; i++) {
            for (int j = runs.get(b)[0]; j < runs.get(b)[1]; j++) {
              if (cells[i] % indicators == cells[j] % indicators) {
                sum[2] += given[i] == given[j] ? 1 : 0;
              }
            }
          }
        }
      }
    }

    private List<int[]> runs(int length, int indicators) {
      List<int[]> runs = new ArrayList<>();
      int from = 0;
      for (int j = 1; j <= length; j++) {
        if (j == length || cells[j] / indicators != cells[from] / indicators) {
          runs.add(new int[] {from, j});
          from = j;
        }
      }
      return runs;
    }

    private double[] sum(int slotA, int slotB) {
      return sums.computeIfAbsent(((long) slotA << 32) | slotB, key -> new double[4]);
    }

    List<PairLinkage> rows() {
      List<PairLinkage> rows = new ArrayList<>();
      sums.forEach(
          (key, sum) ->
              rows.add(
                  new PairLinkage(
                      groups.body((int) (key >> 32)),
                      groups.body(key.intValue()),
                      (long) sum[0],
                      (long) sum[1],
                      sum[1] == 0 ? 0 : sum[2] / sum[1],
                      sum[1] == 0 ? 0 : sum[3] / sum[1])));
      return rows;
    }
  }
}
