package org.evenstar.disclosure;

import java.util.Arrays;

/**
 * The cheapest attack, carried to its end: a relation with one unknown gives it, which may leave
 * another relation with one. Guarded cells that would fall are collected, not given.
 */
final class Peeling {

  private final int[] derivedBy;
  private final int[] unknowns;
  private final int[] exposing;
  private final boolean[] open;
  private int exposed;

  /** Peels a pattern from scratch; linear in the size of the relations. */
  Peeling(Pattern pattern) {
    LinkedTables tables = pattern.tables();
    derivedBy = new int[tables.size()];
    Arrays.fill(derivedBy, -1);
    unknowns = new int[tables.relationCount()];
    exposing = new int[tables.relationCount()];
    int[] queue = new int[tables.relationCount()];
    int tail = 0;
    for (int r = 0; r < unknowns.length; r++) {
      for (int cell : tables.relation(r).cells()) {
        unknowns[r] += pattern.isUnknown(cell) ? 1 : 0;
      }
      if (unknowns[r] == 1) {
        queue[tail++] = r;
      }
    }
    for (int head = 0; head < tail; head++) {
      int r = queue[head];
      if (unknowns[r] != 1) {
        continue;
      }
      int cell = onlyUnknown(pattern, tables.relation(r));
      if (pattern.isGuarded(cell)) {
        exposing[exposed++] = r;
        continue;
      }
      derivedBy[cell] = r;
      for (int other : tables.relationsOf(cell)) {
        if (--unknowns[other] == 1) {
          queue[tail++] = other;
        }
      }
    }
    open = new boolean[tables.size()];
    for (int cell = 0; cell < open.length; cell++) {
      open[cell] = pattern.isUnknown(cell) && derivedBy[cell] < 0;
    }
  }

  private int onlyUnknown(Pattern pattern, Relation relation) {
    for (int cell : relation.cells()) {
      if (pattern.isUnknown(cell) && derivedBy[cell] < 0) {
        return cell;
      }
    }
    throw new IllegalStateException("A relation counted one unknown and holds none");
  }

  /** Relations that give a guarded cell away. */
  int[] exposing() {
    int[] relations = Arrays.copyOf(exposing, exposed);
    Arrays.sort(relations);
    return relations;
  }

  /** The relation that gives a cell away, −1 where none does. */
  int[] derivedBy() {
    return derivedBy;
  }

  /** Unknowns left in a relation. */
  int unknowns(int relation) {
    return unknowns[relation];
  }

  /** Whether a cell was unknown when peeling ended, whatever became of it since. */
  boolean isOpen(int cell) {
    return open[cell];
  }
}
