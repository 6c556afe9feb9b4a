package org.evenstar.disclosure;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * All tables of a release as one system: every distinct cell once, in key order, and every linear
 * fact that ties cells together, earlier releases included. Immutable; equal for equal input in any
 * order.
 */
public final class LinkedTables {

  private final List<Cell> cells;
  private final Map<CellKey, Integer> positions;
  private final Relation[] relations;
  private final int[][] relationsOf;
  private final Set<Integer> known;
  private final Set<Integer> confidentialEarlier;
  private final Map<Integer, Integer> wholeOfQuality;
  private final Set<Integer> changes;

  LinkedTables(
      List<Cell> cells,
      Map<CellKey, Integer> positions,
      List<Relation> relations,
      Set<Integer> known,
      Set<Integer> confidentialEarlier,
      Map<Integer, Integer> wholeOfQuality,
      Set<Integer> changes) {
    this.cells = List.copyOf(cells);
    this.positions = positions;
    this.relations = relations.toArray(Relation[]::new);
    this.relationsOf = index(this.relations, cells.size());
    this.known = known;
    this.confidentialEarlier = confidentialEarlier;
    this.wholeOfQuality = wholeOfQuality;
    this.changes = changes;
  }

  /** Starts a system over these dimensions. */
  public static LinkedTablesBuilder over(List<Dimension> dimensions) {
    return new LinkedTablesBuilder(dimensions);
  }

  /**
   * The same system with other contents, as of a measure that some have no value of.
   *
   * @param change gives each cell its contents; the key must stay
   * @param untold by earlier release: cells that it told, but not of this measure
   */
  public LinkedTables with(UnaryOperator<Cell> change, Map<String, Set<CellKey>> untold) {
    Set<Integer> still = new HashSet<>(known);
    untold.forEach(
        (release, keys) -> {
          for (CellKey key : keys) {
            // as it stands here if it has not changed since, else as that release had it
            still.remove(positions.get(key));
            still.remove(positions.get(History.earlier(key, release)));
          }
        });
    return new LinkedTables(
        cells.stream().map(change).toList(),
        positions,
        List.of(relations),
        still,
        confidentialEarlier,
        wholeOfQuality,
        changes);
  }

  /** Every cell, in key order. */
  public List<Cell> cells() {
    return cells;
  }

  /** Number of cells meant to be read. */
  public int shownCells() {
    return (int) cells.stream().filter(Cell::isShown).count();
  }

  /** Number of linear facts. */
  public int relationCount() {
    return relations.length;
  }

  /** The cell of this key. */
  public Cell cell(CellKey key) {
    return cells.get(position(key));
  }

  /** Whether there is a cell of this key. */
  public boolean contains(CellKey key) {
    return positions.containsKey(key);
  }

  int position(CellKey key) {
    Integer position = positions.get(key);
    if (position == null) {
      throw new NoSuchElementException(
          "Cannot find cell '%s': no table holds it; add it to the tables".formatted(key));
    }
    return position;
  }

  Cell cell(int position) {
    return cells.get(position);
  }

  int size() {
    return cells.size();
  }

  Relation relation(int relation) {
    return relations[relation];
  }

  /** The relations that mention a cell, ascending. */
  int[] relationsOf(int cell) {
    return relationsOf[cell];
  }

  /** Whether an earlier release has told this cell: nothing can withhold it any more. */
  boolean isKnown(int cell) {
    return known.contains(cell);
  }

  /** Whether an earlier release withheld this cell as confidential. */
  boolean wasConfidential(int cell) {
    return confidentialEarlier.contains(cell);
  }

  /** Whether the cell is the difference between two releases. */
  boolean isChange(int cell) {
    return changes.contains(cell);
  }

  /** The cell that counts everybody this quality cell is a share of, or −1. */
  int wholeOfQuality(int cell) {
    return wholeOfQuality.getOrDefault(cell, -1);
  }

  private static int[][] index(Relation[] relations, int cells) {
    int[] sizes = new int[cells];
    for (Relation relation : relations) {
      for (int cell : relation.cells()) {
        sizes[cell]++;
      }
    }
    int[][] relationsOf = new int[cells][];
    for (int cell = 0; cell < cells; cell++) {
      relationsOf[cell] = new int[sizes[cell]];
      sizes[cell] = 0;
    }
    for (int r = 0; r < relations.length; r++) {
      for (int cell : relations[r].cells()) {
        relationsOf[cell][sizes[cell]++] = r;
      }
    }
    return relationsOf;
  }
}
