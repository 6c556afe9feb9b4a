package org.evenstar.disclosure;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What suppression cost.
 *
 * @param cells shown cells before suppression
 * @param withheld cells withheld
 * @param count sum of the counts of all shown cells, a measure of information
 * @param countWithheld the part of it withheld
 * @param byReason cells withheld by reason
 * @param byTable share of cells withheld by table
 */
public record Loss(
    int cells,
    int withheld,
    long count,
    long countWithheld,
    Map<Reason, Integer> byReason,
    Map<String, Double> byTable) {

  /** Share of cells withheld, 0 where there are none. */
  public double cellShare() {
    return cells == 0 ? 0 : (double) withheld / cells;
  }

  /** Share of information withheld, 0 where there is none. */
  public double informationShare() {
    return count == 0 ? 0 : (double) countWithheld / count;
  }

  static Loss of(Iterable<Decision> decisions) {
    int cells = 0;
    int withheld = 0;
    long count = 0;
    long countWithheld = 0;
    Map<Reason, Integer> byReason = new EnumMap<>(Reason.class);
    Map<String, int[]> tables = new TreeMap<>();
    for (Decision decision : decisions) {
      int[] table = tables.computeIfAbsent(decision.cell().table(), t -> new int[2]);
      cells++;
      table[0]++;
      count += decision.cell().count();
      if (decision.reason().isPresent()) {
        withheld++;
        table[1]++;
        countWithheld += decision.cell().count();
        byReason.merge(decision.reason().get(), 1, Integer::sum);
      }
    }
    Map<String, Double> byTable = new TreeMap<>();
    tables.forEach((table, n) -> byTable.put(table, (double) n[1] / n[0]));
    return new Loss(cells, withheld, count, countWithheld, byReason, byTable);
  }
}
