package org.evenstar.stats.variance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A crossed design sorted so that the largest part of its equations falls apart by institution.
 *
 * <p>The grouping factor is the one that leaves the fewest global columns. Rows are sorted by group
 * and then by their global columns, so that institutions assessed alike share a {@link Pattern}.
 */
final class CrossedDesign {

  final int n;
  final int terms;
  final int[] levels;
  final boolean[] isLocal;

  /** First global column of each global term; the fixed columns come last. */
  final int[] offset;

  final int fixedOffset;
  final int globals;
  final double[][] globalCounts;
  final List<Pattern> patterns = new ArrayList<>();
  final int[] patternOf;
  final int[] rowStart;
  final int[] localStart;

  /** Level of each local column of each group within its term. */
  final int[] localLevel;

  /** Sorted position to input row. */
  final int[] order;

  private CrossedDesign(List<Factor> random, Factor fixed) {
    this.n = fixed.codes().length;
    this.terms = random.size();
    this.levels = random.stream().mapToInt(Factor::levels).toArray();
    Factor grouping = grouping(random);
    this.isLocal = new boolean[terms];
    this.offset = new int[terms];
    int columns = 0;
    for (int term = 0; term < terms; term++) {
      isLocal[term] = random.get(term).isNestedIn(grouping);
      offset[term] = columns;
      columns += isLocal[term] ? 0 : levels[term];
    }
    this.fixedOffset = columns;
    this.globals = columns + fixed.levels();
    this.globalCounts = new double[globals][globals];
    this.order = sorted(random, fixed, grouping);
    this.patternOf = new int[grouping.levels()];
    this.rowStart = new int[grouping.levels() + 1];
    this.localStart = new int[grouping.levels() + 1];
    int[] found = new int[Math.max(1, n * terms)];
    int used = 0;
    Map<List<Integer>, Integer> known = new HashMap<>();
    int group = 0;
    for (int from = 0; from < n; group++) {
      int to = from;
      int code = grouping.codes()[order[from]];
      while (to < n && grouping.codes()[order[to]] == code) {
        to++;
      }
      used = addGroup(random, fixed, group, from, to, found, used, known);
      from = to;
    }
    this.localLevel = Arrays.copyOf(found, used);
  }

  static CrossedDesign of(List<Factor> random, Factor fixed) {
    return new CrossedDesign(random, fixed);
  }

  int groups() {
    return patternOf.length;
  }

  Pattern pattern(int group) {
    return patterns.get(patternOf[group]);
  }

  private int addGroup(
      List<Factor> random,
      Factor fixed,
      int group,
      int from,
      int to,
      int[] found,
      int used,
      Map<List<Integer>, Integer> known) {
    int rows = to - from;
    int[][] localOf = new int[rows][];
    int[][] globalOf = new int[rows][];
    int[] localTerms = IntStream.range(0, terms).filter(term -> isLocal[term]).toArray();
    List<Map<Integer, Integer>> columns = new ArrayList<>();
    for (int term = 0; term < terms; term++) {
      columns.add(new HashMap<>());
    }
    List<Integer> termOfColumn = new ArrayList<>();
    List<Integer> signature = new ArrayList<>();
    int first = used;
    for (int row = 0; row < rows; row++) {
      int at = order[from + row];
      localOf[row] = new int[localTerms.length];
      for (int i = 0; i < localTerms.length; i++) {
        int term = localTerms[i];
        int level = random.get(term).codes()[at];
        Integer column = columns.get(term).get(level);
        if (column == null) {
          column = termOfColumn.size();
          columns.get(term).put(level, column);
          termOfColumn.add(term);
          found[used++] = level;
        }
        localOf[row][i] = column;
        signature.add(column);
      }
      globalOf[row] = globalColumns(random, fixed, at);
      for (int column : globalOf[row]) {
        signature.add(column);
        for (int other : globalOf[row]) {
          globalCounts[column][other]++;
        }
      }
    }
    int[] localTerm = termOfColumn.stream().mapToInt(Integer::intValue).toArray();
    int pattern =
        known.computeIfAbsent(
            signature,
            key -> {
              patterns.add(new Pattern(localOf, globalOf, localTerm));
              return patterns.size() - 1;
            });
    patterns.get(pattern).groups++;
    patternOf[group] = pattern;
    rowStart[group] = from;
    rowStart[group + 1] = to;
    localStart[group] = first;
    localStart[group + 1] = used;
    return used;
  }

  private int[] globalColumns(List<Factor> random, Factor fixed, int row) {
    int[] columns = new int[terms + 1];
    int used = 0;
    for (int term = 0; term < terms; term++) {
      if (!isLocal[term]) {
        columns[used++] = offset[term] + random.get(term).codes()[row];
      }
    }
    columns[used++] = fixedOffset + fixed.codes()[row];
    return Arrays.copyOf(columns, used);
  }

  private static Factor grouping(List<Factor> random) {
    return random.stream()
        .min(
            Comparator.comparingInt((Factor candidate) -> globalsUnder(random, candidate))
                .thenComparingInt(Factor::levels))
        .orElseThrow();
  }

  private static int globalsUnder(List<Factor> random, Factor candidate) {
    return random.stream()
        .filter(factor -> !factor.isNestedIn(candidate))
        .mapToInt(Factor::levels)
        .sum();
  }

  /** Stable counting sorts, least important key first: global terms, fixed, group. */
  private int[] sorted(List<Factor> random, Factor fixed, Factor grouping) {
    int[] rows = IntStream.range(0, n).toArray();
    for (int term = terms - 1; term >= 0; term--) {
      if (!isLocal[term]) {
        rows = sortedBy(rows, random.get(term));
      }
    }
    rows = sortedBy(rows, fixed);
    return sortedBy(rows, grouping);
  }

  private static int[] sortedBy(int[] rows, Factor factor) {
    int[] next = new int[factor.levels() + 1];
    for (int row : rows) {
      next[factor.codes()[row] + 1]++;
    }
    Arrays.parallelPrefix(next, Integer::sum);
    int[] sorted = new int[rows.length];
    for (int row : rows) {
      sorted[next[factor.codes()[row]]++] = row;
    }
    return sorted;
  }
}
