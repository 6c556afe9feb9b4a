package org.evenstar.disclosure;

import java.util.OptionalLong;

/**
 * One cell of the linked tables with what the rules need to judge it. All its statistics (count,
 * mean, shares) are published or withheld together.
 *
 * @param key which cell
 * @param table the first table that shows it, for the loss report
 * @param visibility whether a table shows it or it only links tables
 * @param count institutions or dossiers; additive over every split of a dimension
 * @param total sum of the measure in millionths, so that mean × count is known to whoever reads
 *     both; additive like the count; empty where no mean is published
 * @param owners contributors, an owner of several institutions once
 * @param bodies assessment bodies behind the cell
 */
public record Cell(
    CellKey key,
    String table,
    Visibility visibility,
    long count,
    OptionalLong total,
    Contributors owners,
    Contributors bodies) {

  /** Whether a cell is meant to be read by anyone. */
  public enum Visibility {
    /** Shown in a table unless withheld. */
    SHOWN,
    /** In no table; it ties tables together and is unknown to the reader. */
    HIDDEN
  }

  /** A shown cell of a count. */
  public static Cell of(CellKey key, String table, long count, Contributors owners) {
    return new Cell(
        key, table, Visibility.SHOWN, count, OptionalLong.empty(), owners, Contributors.NONE);
  }

  /** The same cell with a sum of millionths. */
  public Cell withTotal(long totalMicro) {
    return new Cell(key, table, visibility, count, OptionalLong.of(totalMicro), owners, bodies);
  }

  /** The same cell, seen or not. */
  public Cell with(Visibility newVisibility) {
    return new Cell(key, table, newVisibility, count, total, owners, bodies);
  }

  boolean isShown() {
    return visibility == Visibility.SHOWN;
  }

  /** Whether both cells hold the same data, as far as published statistics can tell. */
  boolean hasSameData(Cell other) {
    return count == other.count
        && total.equals(other.total)
        && owners.n() == other.owners.n()
        && owners.amounts().equals(other.owners.amounts());
  }
}
