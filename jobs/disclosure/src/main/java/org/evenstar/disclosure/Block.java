package org.evenstar.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Unknowns that hang together through relations, and those relations: nothing outside a block tells
 * anything about it. Positions ascend.
 */
final class Block {

  private final int[] cells;
  private final int[] relations;

  private Block(int[] cells, int[] relations) {
    this.cells = cells;
    this.relations = relations;
  }

  int[] cells() {
    return cells;
  }

  int[] relations() {
    return relations;
  }

  /** The blocks of these unknowns, in order of their first cell. */
  static List<Block> of(LinkedTables tables, IntPredicate isUnknown) {
    int[] blockOf = new int[tables.size()];
    Arrays.fill(blockOf, -1);
    boolean[] seen = new boolean[tables.relationCount()];
    List<Block> blocks = new ArrayList<>();
    int[] stack = new int[tables.size()];
    int[] cells = new int[tables.size()];
    int[] relations = new int[tables.relationCount()];
    for (int start = 0; start < tables.size(); start++) {
      if (blockOf[start] >= 0 || !isUnknown.test(start)) {
        continue;
      }
      int top = 0;
      int cellCount = 0;
      int relationCount = 0;
      stack[top++] = start;
      blockOf[start] = blocks.size();
      while (top > 0) {
        int cell = stack[--top];
        cells[cellCount++] = cell;
        for (int relation : tables.relationsOf(cell)) {
          if (seen[relation]) {
            continue;
          }
          seen[relation] = true;
          relations[relationCount++] = relation;
          for (int other : tables.relation(relation).cells()) {
            if (blockOf[other] < 0 && isUnknown.test(other)) {
              blockOf[other] = blocks.size();
              stack[top++] = other;
            }
          }
        }
      }
      Arrays.sort(cells, 0, cellCount);
      Arrays.sort(relations, 0, relationCount);
      blocks.add(
          new Block(Arrays.copyOf(cells, cellCount), Arrays.copyOf(relations, relationCount)));
    }
    return blocks;
  }

  /**
   * The movements of the block's cells among these unknowns, by their place in {@link #cells()}.
   */
  NullSpace nullSpace(LinkedTables tables, IntPredicate isUnknown) {
    int[][] variables = new int[relations.length][];
    long[][] values = new long[relations.length][];
    for (int r = 0; r < relations.length; r++) {
      Relation relation = tables.relation(relations[r]);
      int[] with = new int[relation.cells().length];
      long[] by = new long[with.length];
      int length = 0;
      for (int i = 0; i < relation.cells().length; i++) {
        int cell = relation.cells()[i];
        if (isUnknown.test(cell)) {
          with[length] = Arrays.binarySearch(cells, cell);
          by[length++] = relation.coefficients()[i];
        }
      }
      variables[r] = Arrays.copyOf(with, length);
      values[r] = Arrays.copyOf(by, length);
    }
    return new NullSpace(cells.length, variables, values);
  }

  /** Tells this block from any other met while one release is secured. */
  long fingerprint() {
    long hash = 0;
    for (int cell : cells) {
      hash = hash * 6364136223846793005L + cell + 1;
    }
    for (int relation : relations) {
      hash = hash * 6364136223846793005L - relation - 1;
    }
    return hash;
  }
}
