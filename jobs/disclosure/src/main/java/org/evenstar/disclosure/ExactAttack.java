package org.evenstar.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Computes what sums and differences give away, in arithmetic modulo 2⁶¹ − 1 and on its own code
 * path: it shares nothing with the suppressor but the relations. A cell that stands still in two
 * random solutions of the homogeneous system is computable; one that moves is not, and the solution
 * is the proof.
 */
final class ExactAttack {

  private static final long SEED = 0xa77ac4L;
  private static final int SOLUTIONS = 3;

  private final LinkedTables tables;
  private final boolean[] unknown;
  private final long[][] solutions;
  private final List<Pivot> pivots = new ArrayList<>();
  private final Pivot[] pivotOf;

  private static final class Pivot {
    private final int order;
    private final int cell;
    private final Map<Integer, Long> row;

    private Pivot(int order, int cell, Map<Integer, Long> row) {
      this.order = order;
      this.cell = cell;
      this.row = row;
    }
  }

  ExactAttack(LinkedTables tables, boolean[] unknown) {
    this.tables = tables;
    this.unknown = unknown;
    this.pivotOf = new Pivot[tables.size()];
    eliminate();
    this.solutions = solve();
  }

  /** Whether the cell can be computed. */
  boolean isComputable(int cell) {
    return !unknown[cell] || (solutions[0][cell] == 0 && solutions[1][cell] == 0);
  }

  /** Whether either of two unknown cells can be computed from the other. */
  boolean giveEachOtherAway(int a, int b) {
    return !isComputable(a)
        && !isComputable(b)
        && isProportional(a, b, solutions[1])
        && isProportional(a, b, solutions[2]);
  }

  /** Equal for cells that give each other away. */
  long movementClass(int cell) {
    long inverse = Mersenne61.inverse(solutions[0][cell]);
    return Mersenne61.multiply(solutions[1][cell], inverse) * 31
        + Mersenne61.multiply(solutions[2][cell], inverse);
  }

  private boolean isProportional(int a, int b, long[] solution) {
    return Mersenne61.multiply(solutions[0][a], solution[b])
        == Mersenne61.multiply(solutions[0][b], solution[a]);
  }

  private void eliminate() {
    int[] uses = new int[tables.size()];
    List<Map<Integer, Long>> rows = new ArrayList<>(tables.relationCount());
    for (int r = 0; r < tables.relationCount(); r++) {
      Relation relation = tables.relation(r);
      Map<Integer, Long> row = new HashMap<>();
      for (int i = 0; i < relation.cells().length; i++) {
        int cell = relation.cells()[i];
        if (unknown[cell]) {
          row.put(cell, Mersenne61.of(relation.coefficients()[i]));
          uses[cell]++;
        }
      }
      rows.add(row);
    }
    boolean[] done = new boolean[rows.size()];
    takeUnknownsOfOneRelation(rows, uses, done);
    IntStream.range(0, rows.size())
        .filter(r -> !done[r])
        .mapToObj(rows::get)
        .sorted(Comparator.comparingInt(Map::size))
        .forEach(row -> reduce(row, uses));
  }

  /** An unknown of one relation only can take up whatever that relation asks: set both aside. */
  private void takeUnknownsOfOneRelation(
      List<Map<Integer, Long>> rows, int[] uses, boolean[] done) {
    Deque<Integer> open = new ArrayDeque<>();
    for (int cell = 0; cell < uses.length; cell++) {
      if (uses[cell] == 1) {
        open.add(cell);
      }
    }
    while (!open.isEmpty()) {
      int cell = open.poll();
      if (uses[cell] != 1) {
        continue;
      }
      for (int r : tables.relationsOf(cell)) {
        if (!done[r]) {
          done[r] = true;
          add(cell, rows.get(r));
          for (int other : rows.get(r).keySet()) {
            if (--uses[other] == 1) {
              open.add(other);
            }
          }
        }
      }
    }
  }

  private void reduce(Map<Integer, Long> row, int[] uses) {
    Map<Integer, Long> left = new HashMap<>(row);
    PriorityQueue<Integer> pending = new PriorityQueue<>();
    left.keySet().stream()
        .filter(c -> pivotOf[c] != null)
        .forEach(c -> pending.add(pivotOf[c].order));
    while (!pending.isEmpty()) {
      Pivot pivot = pivots.get(pending.poll());
      Long factor = left.get(pivot.cell);
      if (factor == null || factor == 0) {
        continue;
      }
      pivot.row.forEach(
          (cell, value) -> {
            long change = Mersenne61.negate(Mersenne61.multiply(factor, value));
            if (!left.containsKey(cell) && pivotOf[cell] != null) {
              pending.add(pivotOf[cell].order);
            }
            left.merge(cell, change, Mersenne61::add);
          });
      left.remove(pivot.cell);
    }
    left.values().removeIf(value -> value == 0);
    left.keySet().stream()
        .min(
            Comparator.<Integer>comparingInt(c -> uses[c]).thenComparing(Comparator.naturalOrder()))
        .ifPresent(cell -> add(cell, left));
  }

  private void add(int cell, Map<Integer, Long> row) {
    long inverse = Mersenne61.inverse(row.get(cell));
    Map<Integer, Long> scaled = new HashMap<>();
    row.forEach((other, value) -> scaled.put(other, Mersenne61.multiply(value, inverse)));
    pivotOf[cell] = new Pivot(pivots.size(), cell, scaled);
    pivots.add(pivotOf[cell]);
  }

  private long[][] solve() {
    SplittableRandom random = new SplittableRandom(SEED);
    long[][] solved = new long[SOLUTIONS][tables.size()];
    for (long[] solution : solved) {
      for (int cell = 0; cell < solution.length; cell++) {
        if (unknown[cell] && pivotOf[cell] == null) {
          solution[cell] = random.nextLong(1, Mersenne61.PRIME);
        }
      }
      for (int k = pivots.size() - 1; k >= 0; k--) {
        Pivot pivot = pivots.get(k);
        long sum = 0;
        for (Map.Entry<Integer, Long> term : pivot.row.entrySet()) {
          if (term.getKey() != pivot.cell) {
            sum =
                Mersenne61.add(sum, Mersenne61.multiply(term.getValue(), solution[term.getKey()]));
          }
        }
        solution[pivot.cell] = Mersenne61.negate(sum);
      }
    }
    return solved;
  }
}
