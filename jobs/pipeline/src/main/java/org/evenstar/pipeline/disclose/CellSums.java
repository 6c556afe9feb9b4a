package org.evenstar.pipeline.disclose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenstar.disclosure.Contributors;

/** Who stands behind a cell. */
final class CellSums {
  private static final int NAMED = 5;
  private static final Comparator<Contributors.Holding> LARGEST_FIRST =
      Comparator.comparingLong(Contributors.Holding::amount)
          .reversed()
          .thenComparing(Contributors.Holding::party);

  private long n;
  private long totalMicro;
  private long alone;
  private long firstAlone = Long.MAX_VALUE;
  private final Map<Long, Long> several = new HashMap<>(4);
  private final Map<String, Long> bodies = new TreeMap<>();

  /** Adds dossiers of contributors that have one each. */
  void addAlone(String body, long dossiers, long firstContributor, long total) {
    add(body, dossiers, total);
    alone += dossiers;
    firstAlone = Math.min(firstAlone, firstContributor);
  }

  /** Adds dossiers of a contributor that has several. */
  void addOf(String body, long dossiers, long contributor, long total) {
    add(body, dossiers, total);
    several.merge(contributor, dossiers, Long::sum);
  }

  private void add(String body, long dossiers, long total) {
    n += dossiers;
    totalMicro += total;
    bodies.merge(body, dossiers, Long::sum);
  }

  long n() {
    return n;
  }

  long totalMicro() {
    return totalMicro;
  }

  /**
   * The contributors; those with one dossier are all alike, and get a name of this cell's own
   * unless the cell is one contributor's.
   *
   * @param cell a text that no other cell has
   */
  Contributors contributors(String cell) {
    List<Contributors.Holding> holdings = new ArrayList<>();
    several.forEach((no, amount) -> holdings.add(new Contributors.Holding("c" + no, amount)));
    if (several.isEmpty() && alone == 1) {
      holdings.add(new Contributors.Holding("c" + firstAlone, 1));
    } else {
      for (int i = 0; i < Math.min(alone, NAMED); i++) {
        holdings.add(new Contributors.Holding("~" + i + "/" + cell, 1));
      }
    }
    holdings.sort(LARGEST_FIRST);
    return new Contributors(
        Math.toIntExact(several.size() + alone),
        holdings.subList(0, Math.min(NAMED, holdings.size())));
  }

  Contributors bodies() {
    return Contributors.of(bodies);
  }
}
