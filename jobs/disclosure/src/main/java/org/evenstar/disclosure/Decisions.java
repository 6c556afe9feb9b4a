package org.evenstar.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a release tells and keeps back, in key order.
 *
 * @param tables the system decided on
 * @param rules the tier's limits
 * @param cells one decision for each shown cell
 * @param conflicts wishes and rules that could not be met
 */
public record Decisions(
    LinkedTables tables, DisclosureRules rules, List<Decision> cells, List<Conflict> conflicts) {

  public Decisions {
    cells = List.copyOf(cells);
    conflicts = List.copyOf(conflicts);
  }

  static Decisions of(Pattern pattern) {
    List<Decision> decisions = new ArrayList<>();
    LinkedTables tables = pattern.tables();
    for (int i = 0; i < tables.size(); i++) {
      Cell cell = tables.cell(i);
      if (cell.isShown()) {
        Reason reason = pattern.reason(i);
        decisions.add(
            reason == null
                ? new Decision(cell, Optional.empty(), pattern.rules().statistics(cell))
                : new Decision(cell, Optional.of(reason), Set.of()));
      }
    }
    List<Conflict> conflicts = new ArrayList<>();
    pattern.conflicts().forEach(conflicts::add);
    return new Decisions(tables, pattern.rules(), decisions, conflicts);
  }

  /** The decisions by cell. */
  public Map<CellKey, Decision> byKey() {
    return cells.stream().collect(Collectors.toMap(d -> d.cell().key(), d -> d));
  }

  /** What is told. */
  public Set<CellKey> published() {
    Set<CellKey> keys = new TreeSet<>();
    cells.stream().filter(d -> !d.isWithheld()).forEach(d -> keys.add(d.cell().key()));
    return keys;
  }

  /** What is withheld. */
  public Set<CellKey> withheld() {
    Set<CellKey> keys = new TreeSet<>();
    cells.stream().filter(Decision::isWithheld).forEach(d -> keys.add(d.cell().key()));
    return keys;
  }

  /** What is withheld for its own sake. */
  public Set<CellKey> confidential() {
    Set<CellKey> keys = new TreeSet<>();
    cells.stream()
        .filter(d -> d.reason().filter(Reason::isPrimary).isPresent())
        .forEach(d -> keys.add(d.cell().key()));
    return keys;
  }

  /** What suppression cost. */
  public Loss loss() {
    return Loss.of(cells);
  }
}
