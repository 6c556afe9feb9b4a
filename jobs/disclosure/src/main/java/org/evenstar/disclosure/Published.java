package org.evenstar.disclosure;

import java.util.Map;
import java.util.TreeMap;

/**
 * A release as its readers hold it, beside the true values it is judged by.
 *
 * @param tables the system with its true values, earlier releases included
 * @param rules the tier's limits
 * @param cells what is shown; a cell that is not named shows nothing
 */
public record Published(LinkedTables tables, DisclosureRules rules, Map<CellKey, ShownCell> cells) {

  public Published {
    cells = new TreeMap<>(cells);
  }

  /** The release that follows from these decisions. */
  public static Published of(Decisions decisions) {
    Map<CellKey, ShownCell> cells = new TreeMap<>();
    for (Decision decision : decisions.cells()) {
      if (!decision.isWithheld()) {
        cells.put(decision.cell().key(), ShownCell.of(decision.cell(), decision.statistics()));
      }
    }
    return new Published(decisions.tables(), decisions.rules(), cells);
  }

  /** The same release showing something else of one cell. */
  public Published with(CellKey key, ShownCell cell) {
    Map<CellKey, ShownCell> changed = new TreeMap<>(cells);
    changed.put(key, cell);
    return new Published(tables, rules, changed);
  }

  ShownCell shown(CellKey key) {
    return cells.getOrDefault(key, ShownCell.NOTHING);
  }
}
