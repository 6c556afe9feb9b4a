package org.evenstar.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * Adds earlier releases to a system. A cell whose data have not changed is the same unknown; a cell
 * that changed is tied to its earlier self through the change, which is confidential when few made
 * it.
 */
final class History {

  private static final String RELEASE = "release";
  private static final String CHANGE = "change_since";

  private final Map<CellKey, Cell> cells;
  private final List<KeyedRelation> relations;
  private final Map<CellKey, Cell> current;
  private final Set<CellKey> known = new TreeSet<>();
  private final Set<CellKey> confidential = new TreeSet<>();
  private final Set<CellKey> changes = new TreeSet<>();

  History(Map<CellKey, Cell> cells, List<KeyedRelation> relations) {
    this.cells = cells;
    this.relations = relations;
    this.current = Map.copyOf(cells);
  }

  void add(EarlierRelease release) {
    LinkedTables tables = release.tables();
    Map<CellKey, CellKey> names = new HashMap<>();
    for (Cell cell : tables.cells()) {
      CellKey name = place(release, cell);
      names.put(cell.key(), name);
      int position = tables.position(cell.key());
      if (release.published().contains(cell.key()) || tables.isKnown(position)) {
        known.add(name);
      } else if (release.confidential().contains(cell.key()) || tables.wasConfidential(position)) {
        confidential.add(name);
      }
    }
    for (int r = 0; r < tables.relationCount(); r++) {
      Relation relation = tables.relation(r);
      relations.add(
          new KeyedRelation(KeyedRelation.of(tables, relation), relation.kind()).renamed(names));
    }
  }

  Set<CellKey> known() {
    return known;
  }

  Set<CellKey> confidential() {
    return confidential;
  }

  Set<CellKey> changes() {
    return changes;
  }

  private CellKey place(EarlierRelease release, Cell cell) {
    CellKey key = cell.key();
    if (key.codes().containsKey(RELEASE) || key.codes().containsKey(CHANGE)) {
      cells.putIfAbsent(key, cell.with(Cell.Visibility.HIDDEN));
      return key;
    }
    Cell now = current.get(key);
    if (now != null && now.hasSameData(cell)) {
      return key;
    }
    CellKey then = marked(key, RELEASE, release.releaseId());
    cells.put(then, renamed(cell, then));
    if (now != null) {
      addChange(release, now, cell, then);
    }
    return then;
  }

  /**
   * Contributors changed by at least the difference of their numbers; more is not known from two
   * tables, so the least is assumed.
   */
  private void addChange(EarlierRelease release, Cell now, Cell earlier, CellKey then) {
    CellKey key = marked(now.key(), CHANGE, release.releaseId());
    int changed = Math.abs(now.owners().n() - earlier.owners().n());
    OptionalLong total =
        now.total().isPresent() && earlier.total().isPresent()
            ? OptionalLong.of(now.total().getAsLong() - earlier.total().getAsLong())
            : OptionalLong.empty();
    cells.put(
        key,
        new Cell(
            key,
            "",
            Cell.Visibility.HIDDEN,
            now.count() - earlier.count(),
            total,
            Contributors.counted(changed),
            Contributors.NONE));
    changes.add(key);
    List<CellKey> parts = new ArrayList<>();
    parts.add(then);
    parts.add(key);
    relations.add(
        new KeyedRelation(
            KeyedRelation.sum(now.key(), parts).coefficients(), Relation.Kind.LINEAR));
  }

  private static Cell renamed(Cell cell, CellKey key) {
    return new Cell(
        key,
        cell.table(),
        Cell.Visibility.HIDDEN,
        cell.count(),
        cell.total(),
        cell.owners(),
        cell.bodies());
  }

  /** The name of a cell as an earlier release had it, where it has changed since. */
  static CellKey earlier(CellKey key, String releaseId) {
    return marked(key, RELEASE, releaseId);
  }

  private static CellKey marked(CellKey key, String dimension, String code) {
    Map<String, String> codes = key.codes();
    codes.put(dimension, code);
    return CellKey.of(codes);
  }
}
