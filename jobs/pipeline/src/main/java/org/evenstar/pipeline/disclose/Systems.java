package org.evenstar.pipeline.disclose;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenstar.disclosure.Dimension;
import org.evenstar.engine.Engine;
import org.evenstar.engine.Rows;
import org.evenstar.pipeline.benchmark.CellKeys;

/**
 * The sums behind every benchmark cell, shown or needed to link shown ones: read once as finest
 * parts, rolled up over regions and periods here.
 */
final class Systems {
  private static final int DIGITS = 3;

  private final Engine engine;
  private final CellKeys keys;
  private final Hierarchy regions;
  private final Hierarchy periods;
  private final long regionStep;
  private final Map<Long, CellSums> cells = new TreeMap<>();
  private final Map<Integer, Map<Long, Long>> missing = new TreeMap<>();

  Systems(Engine engine, CellKeys keys) {
    this.engine = engine;
    this.keys = keys;
    this.regions = regions(engine, keys);
    this.periods = periods(engine, keys);
    if (periods.size() > keys.cutAddend()) {
      throw new IllegalArgumentException(
          "Cannot decide what to tell: periods overlap in %d parts; keep fewer kinds of periods"
              .formatted(periods.size()));
    }
    this.regionStep = keys.regionAddend();
    readContributors();
    readMissing();
  }

  private static Hierarchy regions(Engine engine, CellKeys keys) {
    List<String> kinds = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<BitSet> leaves = new ArrayList<>();
    for (CellKeys.Region region : keys.regions()) {
      kinds.add(region.level());
      names.add(names.isEmpty() ? "*" : region.level() + ":" + region.code());
      leaves.add(new BitSet());
    }
    try (Rows rows = engine.query("select region_leaf_no, cell_part from region_leaf_member")) {
      while (rows.next()) {
        int leaf = (int) rows.longAt(0);
        if (leaf > 0) {
          leaves.get(0).set(leaf);
          leaves.get((int) (rows.longAt(1) / keys.regionAddend())).set(leaf);
        }
      }
    }
    return new Hierarchy(kinds, names, leaves);
  }

  private static Hierarchy periods(Engine engine, CellKeys keys) {
    List<String> kinds = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<BitSet> leaves = new ArrayList<>();
    for (int i = 0; i < keys.periods(); i++) {
      CellKeys.Cell cell = keys.cell(i);
      kinds.add(cell.periodKind());
      names.add(cell.periodKind() + ":" + cell.period());
      leaves.add(new BitSet());
    }
    try (Rows rows =
        engine.query("select period_leaf_no, cell_part from period_leaf_member where is_counted")) {
      while (rows.next()) {
        leaves.get((int) rows.longAt(1)).set((int) rows.longAt(0));
      }
    }
    return new Hierarchy(kinds, names, leaves);
  }

  /** The numbers of the cells that a finest part belongs to. */
  private long[] cellsOf(long cut, long regionLeaf, long periodLeaf) {
    int[] of = regionLeaf == 0 ? new int[] {0} : regions.codesOf((int) regionLeaf);
    int[] in = periods.codesOf((int) periodLeaf);
    long[] found = new long[of.length * in.length];
    int size = 0;
    for (int region : of) {
      // the nation is a cell of the cross without regions
      if (region > 0 || regionLeaf == 0) {
        for (int period : in) {
          found[size++] = cut + region * regionStep + period;
        }
      }
    }
    return java.util.Arrays.copyOf(found, size);
  }

  private void readContributors() {
    try (Rows rows =
        engine.query(
            "select cut_part, region_leaf_no, period_leaf_no, body_id, contributor_no, n,"
                + " first_contributor_no, total_micro from leaf_contributor")) {
      while (rows.next()) {
        String body = Objects.requireNonNull(rows.textAt(DIGITS));
        for (long cell : cellsOf(rows.longAt(0), rows.longAt(1), rows.longAt(2))) {
          CellSums sums = cells.computeIfAbsent(cell, c -> new CellSums());
          if (rows.isNull(4)) {
            sums.addAlone(body, rows.longAt(5), rows.longAt(6), rows.longAt(7));
          } else {
            sums.addOf(body, rows.longAt(5), rows.longAt(4), rows.longAt(7));
          }
        }
      }
    }
  }

  private void readMissing() {
    try (Rows rows =
        engine.query(
            "select cut_part, region_leaf_no, period_leaf_no, measure_no, n from leaf_missing")) {
      while (rows.next()) {
        Map<Long, Long> of =
            missing.computeIfAbsent((int) rows.longAt(DIGITS), m -> new HashMap<>());
        for (long cell : cellsOf(rows.longAt(0), rows.longAt(1), rows.longAt(2))) {
          of.merge(cell, rows.longAt(4), Long::sum);
        }
      }
    }
    // a measure that nobody has is nowhere told
    missing.values().removeIf(this::lackAll);
  }

  private boolean lackAll(Map<Long, Long> lacking) {
    return cells.entrySet().stream()
        .allMatch(cell -> lacking.getOrDefault(cell.getKey(), 0L) == cell.getValue().n());
  }

  /** Every cell's sums by number, in order. */
  Map<Long, CellSums> cells() {
    return cells;
  }

  /** How many dossiers of each cell lack a value, by measure; cells that lack none are left out. */
  Map<Integer, Map<Long, Long>> missing() {
    return missing;
  }

  /** Whether a cell is one of the benchmarks, rather than a link between them. */
  boolean isShown(long cell) {
    return regions.isShown(region(cell)) && periods.isShown(period(cell));
  }

  private int region(long cell) {
    return (int) (cell / regionStep);
  }

  private int period(long cell) {
    return (int) (cell % keys.cutAddend());
  }

  /** The codes of a cell by dimension, totals left out. */
  Map<String, String> codes(long cell) {
    CellKeys.Cell cut = keys.cell(cell % regionStep - period(cell));
    Map<String, String> codes = new TreeMap<>();
    put(codes, "applied_star", cut.appliedStar());
    put(codes, "awarded_star", cut.awardedStar());
    put(codes, "organisation_type", cut.organisationType());
    put(codes, "sector", cut.sectorId());
    put(codes, "region", regions.name(region(cell)));
    codes.put("period", periods.name(period(cell)));
    return codes;
  }

  private static void put(Map<String, String> codes, String dimension, String code) {
    if (!code.equals("*")) {
      codes.put(dimension, code);
    }
  }

  /** The dimensions of all cells and how their codes add up. */
  List<Dimension> dimensions() {
    Map<String, TreeSet<String>> flat = new TreeMap<>();
    for (String name : List.of("applied_star", "awarded_star", "organisation_type", "sector")) {
      flat.put(name, new TreeSet<>());
    }
    for (long cell : cells.keySet()) {
      codes(cell)
          .forEach(
              (dimension, code) -> {
                TreeSet<String> met = flat.get(dimension);
                if (met != null) {
                  met.add(code);
                }
              });
    }
    List<Dimension> dimensions = new ArrayList<>();
    flat.forEach((name, met) -> dimensions.add(Dimension.flat(name, "*", List.copyOf(met))));
    dimensions.add(new Dimension("period", null, periods.splits(), Dimension.Kind.PLACE));
    dimensions.add(new Dimension("region", "*", regions.splits(), Dimension.Kind.PLACE));
    return dimensions;
  }
}
