package org.evenstar.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Shows how a cell is computed: multipliers of relations that leave it as the only unknown. The
 * multipliers are found modulo 2⁶¹ − 1 near the cell first, read as fractions and then proved in
 * whole numbers.
 */
final class Derivation {

  private static final int[] REACHES = {1, 8, 32, 128, 512};
  private static final int MAX_DENOMINATOR = 12;

  private final LinkedTables tables;
  private final boolean[] unknown;

  Derivation(LinkedTables tables, boolean[] unknown) {
    this.tables = tables;
    this.unknown = unknown;
  }

  /**
   * The combination of known cells that gives {@code cell}; empty where it needs more than 512
   * relations or unusual fractions.
   */
  List<Finding.Term> of(int cell) {
    for (int reach : REACHES) {
      List<Integer> relations = near(cell, reach);
      Map<Integer, Long> multipliers = solve(cell, relations);
      for (int denominator = 1; denominator <= MAX_DENOMINATOR; denominator++) {
        List<Finding.Term> terms = proved(cell, multipliers, denominator);
        if (!terms.isEmpty()) {
          return terms;
        }
      }
    }
    return List.of();
  }

  private List<Integer> near(int cell, int reach) {
    Set<Integer> relations = new LinkedHashSet<>();
    Set<Integer> cells = new LinkedHashSet<>(List.of(cell));
    List<Integer> open = new ArrayList<>(cells);
    for (int at = 0; at < open.size(); at++) {
      for (int relation : tables.relationsOf(open.get(at))) {
        if (relations.size() >= reach && at > 0) {
          return new ArrayList<>(relations);
        }
        if (relations.add(relation)) {
          for (int other : tables.relation(relation).cells()) {
            if (unknown[other] && cells.add(other)) {
              open.add(other);
            }
          }
        }
      }
    }
    return new ArrayList<>(relations);
  }

  /** Solves Σ multiplier × relation = 1 × cell over the unknowns; free multipliers are 0. */
  private Map<Integer, Long> solve(int cell, List<Integer> relations) {
    Map<Integer, Map<Integer, Long>> equations = new TreeMap<>();
    for (int r : relations) {
      Relation relation = tables.relation(r);
      for (int i = 0; i < relation.cells().length; i++) {
        if (unknown[relation.cells()[i]]) {
          equations
              .computeIfAbsent(relation.cells()[i], c -> new TreeMap<>())
              .put(r, Mersenne61.of(relation.coefficients()[i]));
        }
      }
    }
    List<Map<Integer, Long>> rows = new ArrayList<>();
    List<Integer> pivots = new ArrayList<>();
    List<Long> rights = new ArrayList<>();
    equations.forEach(
        (unknownCell, equation) -> {
          long right = unknownCell == cell ? 1 : 0;
          Map<Integer, Long> row = new TreeMap<>(equation);
          for (int k = 0; k < rows.size(); k++) {
            long factor = row.getOrDefault(pivots.get(k), 0L);
            if (factor != 0) {
              right = subtract(right, factor, rights.get(k));
              rows.get(k)
                  .forEach(
                      (r, v) ->
                          row.merge(
                              r,
                              Mersenne61.negate(Mersenne61.multiply(factor, v)),
                              Mersenne61::add));
            }
          }
          row.values().removeIf(v -> v == 0);
          if (!row.isEmpty()) {
            int pivot = row.keySet().iterator().next();
            long inverse = Mersenne61.inverse(row.get(pivot));
            row.replaceAll((r, v) -> Mersenne61.multiply(v, inverse));
            rows.add(row);
            pivots.add(pivot);
            rights.add(Mersenne61.multiply(right, inverse));
          }
        });
    Map<Integer, Long> multipliers = new HashMap<>();
    for (int k = rows.size() - 1; k >= 0; k--) {
      long value = rights.get(k);
      for (Map.Entry<Integer, Long> term : rows.get(k).entrySet()) {
        if (!term.getKey().equals(pivots.get(k))) {
          value = subtract(value, term.getValue(), multipliers.getOrDefault(term.getKey(), 0L));
        }
      }
      multipliers.put(pivots.get(k), value);
    }
    return multipliers;
  }

  private static long subtract(long from, long factor, long value) {
    return Mersenne61.add(from, Mersenne61.negate(Mersenne61.multiply(factor, value)));
  }

  /** The known cells of the combination, if it holds in whole numbers; none otherwise. */
  private List<Finding.Term> proved(int cell, Map<Integer, Long> multipliers, int denominator) {
    Map<CellKey, Long> sum = new TreeMap<>();
    for (Map.Entry<Integer, Long> term : multipliers.entrySet()) {
      long multiplier = Mersenne61.signed(Mersenne61.multiply(term.getValue(), denominator));
      if (Math.abs(multiplier) > 1_000) {
        return List.of();
      }
      Relation relation = tables.relation(term.getKey());
      for (int i = 0; i < relation.cells().length; i++) {
        sum.merge(
            tables.cell(relation.cells()[i]).key(),
            multiplier * relation.coefficients()[i],
            Long::sum);
      }
    }
    sum.values().removeIf(v -> v == 0);
    Long own = sum.remove(tables.cell(cell).key());
    if (own == null || own != denominator) {
      return List.of();
    }
    List<Finding.Term> terms = new ArrayList<>();
    for (Map.Entry<CellKey, Long> term : sum.entrySet()) {
      if (unknown[tables.position(term.getKey())]) {
        return List.of();
      }
      terms.add(new Finding.Term(-term.getValue(), term.getKey()));
    }
    return terms;
  }
}
