package org.evenstar.stats.severity;

import java.util.List;

/** Counts of categories by cell, in one pass over the ratings. */
final class ObservedCounts {

  private static final int CHUNKS = 16;

  private final Groups groups;
  private final int threads;

  ObservedCounts(Groups groups, int threads) {
    this.groups = groups;
    this.threads = threads;
  }

  /** Over groups that say something about difficulties and severities. */
  double[] informative() {
    return counts(false);
  }

  /** Over all groups, extreme ones too. */
  double[] all() {
    return counts(true);
  }

  private double[] counts(boolean withExtremes) {
    int[] bounds = Chunks.cut(groups.groups(), CHUNKS, groups::size);
    List<double[]> parts =
        Chunks.map(
            CHUNKS, threads, chunk -> counts(withExtremes, bounds[chunk], bounds[chunk + 1]));
    double[] sums = parts.get(0);
    for (int chunk = 1; chunk < CHUNKS; chunk++) {
      double[] part = parts.get(chunk);
      for (int i = 0; i < part.length; i++) {
        sums[i] += part[i];
      }
    }
    return sums;
  }

  private double[] counts(boolean withExtremes, int from, int to) {
    int categories = groups.categories();
    double[] counts = new double[from == to ? 0 : groups.cellCount() * categories];
    if (from == 0 && counts.length == 0) {
      counts = new double[groups.cellCount() * categories];
    }
    int[] cells = new int[groups.longest()];
    byte[] given = new byte[groups.longest()];
    int[] order = new int[groups.mostRows()];
    for (int group = from; group < to; group++) {
      if (!withExtremes && !groups.isInformative(group)) {
        continue;
      }
      int pattern = groups.patternOf(group);
      int length = groups.cells(pattern, cells);
      for (int i = groups.first(group); i < groups.first(group + 1); i++) {
        groups.categories(groups.institutionAt(i), pattern, order, given);
        for (int j = 0; j < length; j++) {
          counts[cells[j] * categories + given[j]]++;
        }
      }
    }
    return counts;
  }
}
