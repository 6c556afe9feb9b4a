package org.evenstar.disclosure;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Collects cells, extra linear facts and earlier releases into {@link LinkedTables}. Cells that
 * several tables share are one cell; sums over splits are found from the keys.
 */
public final class LinkedTablesBuilder {

  private final List<Dimension> dimensions;
  private final Map<CellKey, Cell> cells = new TreeMap<>();
  private final List<Map<CellKey, Long>> facts = new ArrayList<>();
  private final Map<String, EarlierRelease> earlier = new TreeMap<>();

  LinkedTablesBuilder(List<Dimension> dimensions) {
    this.dimensions = dimensions.stream().sorted(Comparator.comparing(Dimension::name)).toList();
  }

  /**
   * Adds a cell. The same key twice must hold the same data; it is shown if either is, under the
   * alphabetically first table.
   */
  public LinkedTablesBuilder add(Cell cell) {
    Cell normal = withoutTotals(cell);
    cells.merge(normal.key(), normal, LinkedTablesBuilder::same);
    return this;
  }

  /** Adds cells. */
  public LinkedTablesBuilder addAll(Collection<Cell> more) {
    more.forEach(this::add);
    return this;
  }

  /** Adds a fact Σ coefficient × cell = 0, such as sum of stars − Σ star × count. */
  public LinkedTablesBuilder fact(Map<CellKey, Long> coefficients) {
    facts.add(new TreeMap<>(coefficients));
    return this;
  }

  /** Adds an earlier release to defend against. */
  public LinkedTablesBuilder earlier(EarlierRelease release) {
    earlier.put(release.releaseId(), release);
    return this;
  }

  /** The system. Fails where a split's parts are more than the whole. */
  public LinkedTables build() {
    Map<CellKey, Cell> all = new TreeMap<>(cells);
    List<KeyedRelation> found = new Splits(dimensions).close(all);
    facts.stream()
        .sorted(Comparator.comparing(Map::toString))
        .forEach(fact -> found.add(new KeyedRelation(fact, Relation.Kind.LINEAR)));
    History history = new History(all, found);
    earlier.values().forEach(history::add);
    return assemble(all, found, history);
  }

  private LinkedTables assemble(
      Map<CellKey, Cell> all, List<KeyedRelation> found, History history) {
    Map<CellKey, Integer> positions = new HashMap<>();
    List<Cell> ordered = new ArrayList<>(all.values());
    ordered.forEach(cell -> positions.put(cell.key(), positions.size()));
    List<Relation> relations = new ArrayList<>();
    Set<IntBuffer> seen = new HashSet<>();
    for (KeyedRelation keyed : found) {
      Relation relation = keyed.at(positions);
      boolean isNew = seen.add(IntBuffer.wrap(relation.cells()));
      if (isNew || relation.kind() == Relation.Kind.LINEAR) {
        relations.add(relation);
      }
    }
    Map<Integer, Integer> wholes = new HashMap<>();
    for (Dimension dimension : dimensions) {
      if (dimension.kind() == Dimension.Kind.QUALITY) {
        for (Cell cell : ordered) {
          Map<String, String> codes = cell.key().codes();
          if (codes.remove(dimension.name()) != null) {
            Integer whole = positions.get(CellKey.of(codes));
            if (whole != null) {
              wholes.put(positions.get(cell.key()), whole);
            }
          }
        }
      }
    }
    return new LinkedTables(
        ordered,
        positions,
        relations,
        KeyedRelation.positions(history.known(), positions),
        KeyedRelation.positions(history.confidential(), positions),
        wholes,
        KeyedRelation.positions(history.changes(), positions));
  }

  private Cell withoutTotals(Cell cell) {
    Map<String, String> codes = cell.key().codes();
    boolean changed = false;
    Set<String> unnamed = new TreeSet<>(codes.keySet());
    for (Dimension dimension : dimensions) {
      unnamed.remove(dimension.name());
      if (dimension.total() != null) {
        changed |= codes.remove(dimension.name(), dimension.total());
      } else if (!codes.containsKey(dimension.name())) {
        throw new IllegalArgumentException(
            "Cannot add cell '%s': dimension '%s' has no total and the key gives no code; add it"
                .formatted(cell.key(), dimension.name()));
      }
    }
    if (!unnamed.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot add cell '%s': dimensions %s are not among those of the tables; declare them"
              .formatted(cell.key(), unnamed));
    }
    return changed
        ? new Cell(
            CellKey.of(codes),
            cell.table(),
            cell.visibility(),
            cell.count(),
            cell.total(),
            cell.owners(),
            cell.bodies())
        : cell;
  }

  private static Cell same(Cell a, Cell b) {
    if (!a.hasSameData(b)) {
      throw new IllegalArgumentException(
          "Cannot link tables '%s' and '%s' at cell '%s': counts %d and %d or their contributors differ; compute both from the same dossiers"
              .formatted(a.table(), b.table(), a.key(), a.count(), b.count()));
    }
    Cell first = a.table().compareTo(b.table()) <= 0 ? a : b;
    return a.isShown() || b.isShown() ? first.with(Cell.Visibility.SHOWN) : first;
  }
}
