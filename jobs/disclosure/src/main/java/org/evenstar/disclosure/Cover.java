package org.evenstar.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses the cell to withhold beside a confidential one: the cheapest, counting as dear one that
 * would itself stand alone in other sums, since each of those then needs cover too.
 */
final class Cover {

  private final Pattern pattern;
  private final LinkedTables tables;

  Cover(Pattern pattern) {
    this.pattern = pattern;
    this.tables = pattern.tables();
  }

  /**
   * Withholds one more cell of a relation. Cells that are hidden but can be computed count as
   * openings: a cell of the relation that gives them away may be withheld instead.
   *
   * @param derivedBy the relation that gives a hidden cell away, −1 where none does
   * @return whether there was one to withhold
   */
  boolean add(int relation, int[] derivedBy, Reason reason) {
    Choice choice = new Choice();
    consider(relation, derivedBy, new BitSet(), choice);
    if (choice.cell < 0) {
      return false;
    }
    pattern.withhold(choice.cell, reason);
    return true;
  }

  /**
   * Withholds the best cell of any relation of a cell or, where all those are withheld, of the
   * relations one unknown further away, and so on.
   */
  private boolean addAround(int cell, int[] derivedBy, Reason reason) {
    Choice choice = new Choice();
    BitSet seen = new BitSet();
    BitSet met = new BitSet();
    met.set(cell);
    List<Integer> ring = List.of(cell);
    while (choice.cell < 0 && !ring.isEmpty()) {
      List<Integer> next = new ArrayList<>();
      for (int at : ring) {
        for (int relation : tables.relationsOf(at)) {
          consider(relation, derivedBy, seen, choice);
          for (int other : tables.relation(relation).cells()) {
            if (pattern.isUnknown(other) && !met.get(other)) {
              met.set(other);
              next.add(other);
            }
          }
        }
      }
      ring = next;
    }
    if (choice.cell < 0) {
      return false;
    }
    pattern.withhold(choice.cell, reason);
    return true;
  }

  /**
   * Withholds one more cell around a cell, or gives it up where there is none; leaves it to the
   * next round when one of its relations has got a cover in this one.
   *
   * @param touched relations of cells that got a cover in this round
   */
  void addOnce(int cell, int[] derivedBy, Reason reason, Set<Integer> touched) {
    for (int relation : tables.relationsOf(cell)) {
      if (!touched.add(relation)) {
        return;
      }
    }
    if (!addAround(cell, derivedBy, reason)) {
      pattern.abandon(cell);
    }
  }

  private void consider(int relation, int[] derivedBy, BitSet seen, Choice choice) {
    if (seen.get(relation)) {
      return;
    }
    seen.set(relation);
    for (int cell : tables.relation(relation).cells()) {
      if (pattern.mayWithhold(cell)) {
        choice.offer(cell, price(cell));
      } else if (pattern.isUnknown(cell) && derivedBy[cell] >= 0) {
        consider(derivedBy[cell], derivedBy, seen, choice);
      }
    }
  }

  private double price(int cell) {
    int alone = 0;
    for (int relation : tables.relationsOf(cell)) {
      if (!hasUnknown(relation)) {
        alone++;
      }
    }
    double price = (double) pattern.cost(cell) * (1 + alone);
    if (tables.cell(cell).count() == 0) {
      price += 1e12;
    }
    return pattern.isMustPublish(cell) ? price + 1e15 : price;
  }

  private boolean hasUnknown(int relation) {
    for (int cell : tables.relation(relation).cells()) {
      if (pattern.isUnknown(cell)) {
        return true;
      }
    }
    return false;
  }

  private static final class Choice {
    private int cell = -1;
    private double price = Double.POSITIVE_INFINITY;

    void offer(int candidate, double candidatePrice) {
      if (candidatePrice < price || (candidatePrice == price && candidate < cell)) {
        cell = candidate;
        price = candidatePrice;
      }
    }
  }
}
