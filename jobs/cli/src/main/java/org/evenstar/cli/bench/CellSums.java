package org.evenstar.cli.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.evenstar.engine.Engine;
import org.evenstar.engine.Rows;

/** Sums over cells, by which two ways to the same cells are compared. */
final class CellSums {
  /** Cells below have no quartiles (the disclosure defaults of the policy tier). */
  static final int LEAST_FOR_QUARTILES = 10;

  private CellSums() {}

  /** Sums over a table with the columns n, mean, q1, median and q3. */
  static Map<String, Double> of(Engine engine, String table, String where) {
    Map<String, Double> sums = new LinkedHashMap<>();
    try (Rows rows =
        engine.query(
            "select cast(count(*) as double) as n_cells, cast(sum(n) as double) as n,"
                + " sum(mean) as mean, "
                + quartile("q1")
                + ", "
                + quartile("median")
                + ", "
                + quartile("q3")
                + " from "
                + table
                + " where "
                + where)) {
      rows.next();
      for (int i = 0; i < rows.columns().size(); i++) {
        sums.put(rows.columns().get(i), rows.doubleAt(i));
      }
    }
    return sums;
  }

  private static String quartile(String column) {
    return "sum(case when n >= " + LEAST_FOR_QUARTILES + " then " + column + " end) as " + column;
  }
}
