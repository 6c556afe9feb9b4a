package org.evenstar.disclosure;

import java.util.ArrayList;
import java.util.List;

/** What of a cell is bounded. */
enum Amount {
  /** Contributors. */
  COUNT {
    @Override
    double of(Cell cell) {
      return cell.count();
    }

    @Override
    double need(Cell cell, DisclosureRules rules) {
      return Math.max(1, super.need(cell, rules));
    }
  },
  /** The sum of the measure, in its units. */
  TOTAL {
    @Override
    double of(Cell cell) {
      return cell.total().orElseThrow() / 1e6;
    }
  };

  abstract double of(Cell cell);

  /**
   * The width of a confidential cell's protection interval: a share of its value; of counts at
   * least one, so that none is known.
   */
  double need(Cell cell, DisclosureRules rules) {
    return rules.protectionShare().doubleValue() * of(cell);
  }

  /** What is bounded in these tables: totals where every cell has one, counts where asked for. */
  static List<Amount> in(LinkedTables tables, DisclosureRules rules) {
    List<Amount> amounts = new ArrayList<>();
    if (Boolean.TRUE.equals(rules.countProtection())) {
      amounts.add(COUNT);
    }
    if (tables.cells().stream().allMatch(cell -> cell.total().isPresent())) {
      amounts.add(TOTAL);
    }
    return amounts;
  }
}
