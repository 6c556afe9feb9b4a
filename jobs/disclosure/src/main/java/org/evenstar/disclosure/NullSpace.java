package org.evenstar.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The ways in which unknowns can move together without any relation noticing, modulo the prime 2³¹
 * − 1. A cell is computable exactly when it is 0 in every such movement; cells whose movements are
 * proportional give each other away.
 *
 * <p>Random movements stand for all: a cell that can move is 0 in one of them with probability
 * 2⁻³¹, in {@code k} of them with 2⁻³¹ᵏ. Elimination takes unknowns met in one relation first,
 * which costs nothing in a hierarchy.
 */
final class NullSpace {

  static final long PRIME = 2_147_483_647L;

  private final int variables;
  private final int[][] rowVariables;
  private final long[][] rowValues;
  private final int[] columnCount;
  private final int[] pivotRow;
  private int[][] pivotVariables = new int[16][];
  private long[][] pivotValues = new long[16][];
  private int[] pivots = new int[16];
  private int rank;

  /**
   * Eliminates.
   *
   * @param variables number of unknowns
   * @param rowVariables unknowns of each relation
   * @param rowValues their coefficients
   */
  NullSpace(int variables, int[][] rowVariables, long[][] rowValues) {
    this.variables = variables;
    this.rowVariables = rowVariables;
    this.rowValues = rowValues;
    this.columnCount = new int[variables];
    this.pivotRow = new int[variables];
    Arrays.fill(pivotRow, -1);
    boolean[] active = new boolean[rowVariables.length];
    Arrays.fill(active, true);
    eliminateSingletons(active);
    eliminateRest(active);
  }

  /** How many independent movements there are. */
  int nullity() {
    return variables - rank;
  }

  /** Random movements: {@code [movement][variable]}, each entry in 0 … prime − 1. */
  long[][] movements(int count, SplittableRandom random) {
    long[][] movements = new long[count][variables];
    for (long[] movement : movements) {
      for (int v = 0; v < variables; v++) {
        if (pivotRow[v] < 0) {
          movement[v] = random.nextLong(1, PRIME);
        }
      }
      follow(movement);
    }
    return movements;
  }

  /** The unknowns that are free to move: all others follow them. */
  int[] free() {
    return IntStream.range(0, variables).filter(v -> pivotRow[v] < 0).toArray();
  }

  /** The movement of one free unknown, and of no other, by 1: entries in 0 … prime − 1. */
  long[] movementOf(int free) {
    long[] movement = new long[variables];
    movement[free] = 1;
    follow(movement);
    return movement;
  }

  /** Completes a movement of the free unknowns. */
  private void follow(long[] movement) {
    for (int k = rank - 1; k >= 0; k--) {
      long sum = 0;
      int[] with = pivotVariables[k];
      long[] values = pivotValues[k];
      for (int i = 0; i < with.length; i++) {
        if (with[i] != pivots[k]) {
          sum = (sum + values[i] * movement[with[i]]) % PRIME;
        }
      }
      movement[pivots[k]] = sum == 0 ? 0 : PRIME - sum;
    }
  }

  private void eliminateSingletons(boolean[] active) {
    for (int[] row : rowVariables) {
      for (int v : row) {
        columnCount[v]++;
      }
    }
    int[] starts = new int[variables + 1];
    for (int v = 0; v < variables; v++) {
      starts[v + 1] = starts[v] + columnCount[v];
    }
    int[] fill = Arrays.copyOf(starts, variables);
    int[] rowsOf = new int[starts[variables]];
    for (int r = 0; r < rowVariables.length; r++) {
      for (int v : rowVariables[r]) {
        rowsOf[fill[v]++] = r;
      }
    }
    int[] queue = new int[starts[variables] + variables];
    int tail = 0;
    for (int v = 0; v < variables; v++) {
      if (columnCount[v] == 1) {
        queue[tail++] = v;
      }
    }
    for (int head = 0; head < tail; head++) {
      int v = queue[head];
      if (columnCount[v] != 1 || pivotRow[v] >= 0) {
        continue;
      }
      int r = activeRow(rowsOf, starts[v], starts[v + 1], active);
      active[r] = false;
      long[] values = new long[rowValues[r].length];
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.floorMod(rowValues[r][i], PRIME);
      }
      addPivot(v, rowVariables[r], values);
      for (int other : rowVariables[r]) {
        if (--columnCount[other] == 1) {
          queue[tail++] = other;
        }
      }
    }
  }

  private static int activeRow(int[] rowsOf, int from, int to, boolean[] active) {
    for (int i = from; i < to; i++) {
      if (active[rowsOf[i]]) {
        return rowsOf[i];
      }
    }
    throw new IllegalStateException("An unknown counted one relation and is in none");
  }

  private void eliminateRest(boolean[] active) {
    Integer[] order = new Integer[rowVariables.length];
    Arrays.setAll(order, r -> r);
    Arrays.sort(order, (a, b) -> Integer.compare(rowVariables[a].length, rowVariables[b].length));
    long[] work = new long[variables];
    for (int r : order) {
      if (active[r]) {
        for (int v : rowVariables[r]) {
          columnCount[v]--;
        }
        reduce(r, work);
      }
    }
  }

  /** Subtracts earlier pivots, oldest first, then makes what is left a pivot itself. */
  private void reduce(int r, long[] work) {
    BitSet present = new BitSet(variables);
    BitSet pending = new BitSet(rank);
    for (int i = 0; i < rowVariables[r].length; i++) {
      int v = rowVariables[r][i];
      work[v] = Math.floorMod(rowValues[r][i], PRIME);
      present.set(v);
      if (pivotRow[v] >= 0) {
        pending.set(pivotRow[v]);
      }
    }
    for (int k = pending.nextSetBit(0); k >= 0; k = pending.nextSetBit(k + 1)) {
      long factor = work[pivots[k]];
      if (factor != 0) {
        for (int i = 0; i < pivotVariables[k].length; i++) {
          int v = pivotVariables[k][i];
          work[v] = (work[v] + (PRIME - factor) * pivotValues[k][i]) % PRIME;
          if (!present.get(v)) {
            present.set(v);
            if (pivotRow[v] >= 0) {
              pending.set(pivotRow[v]);
            }
          }
        }
      }
    }
    int best = -1;
    int length = 0;
    for (int v = present.nextSetBit(0); v >= 0; v = present.nextSetBit(v + 1)) {
      if (work[v] != 0) {
        length++;
        if (best < 0 || columnCount[v] < columnCount[best]) {
          best = v;
        }
      }
    }
    int[] with = new int[length];
    long[] values = new long[length];
    int at = 0;
    for (int v = present.nextSetBit(0); v >= 0; v = present.nextSetBit(v + 1)) {
      if (work[v] != 0) {
        with[at] = v;
        values[at++] = work[v];
      }
      work[v] = 0;
    }
    if (best >= 0) {
      addPivot(best, with, values);
    }
  }

  private void addPivot(int variable, int[] with, long[] values) {
    if (rank == pivots.length) {
      pivots = Arrays.copyOf(pivots, rank * 2);
      pivotVariables = Arrays.copyOf(pivotVariables, rank * 2);
      pivotValues = Arrays.copyOf(pivotValues, rank * 2);
    }
    long scale = 1;
    for (int i = 0; i < with.length; i++) {
      if (with[i] == variable) {
        scale = inverse(values[i]);
      }
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] * scale % PRIME;
    }
    pivots[rank] = variable;
    pivotVariables[rank] = with;
    pivotValues[rank] = values;
    pivotRow[variable] = rank++;
  }

  /** x⁻¹ = x^(prime − 2). */
  static long inverse(long x) {
    long result = 1;
    long base = x;
    for (long exponent = PRIME - 2; exponent > 0; exponent >>= 1) {
      if ((exponent & 1) == 1) {
        result = result * base % PRIME;
      }
      base = base * base % PRIME;
    }
    return result;
  }
}
