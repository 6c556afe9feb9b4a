package org.evenstar.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts contributions into the cells of tables. Combinations without members give no cell, save
 * qualities of cells that have members: "no five stars among 40" is a statement, and is counted.
 */
public final class Tabulation {

  private final List<Dimension> dimensions;
  private final List<Map<String, Set<String>>> ancestors = new ArrayList<>();

  /** A tabulation over these dimensions. */
  public Tabulation(List<Dimension> dimensions) {
    this.dimensions = List.copyOf(dimensions);
    for (Dimension dimension : dimensions) {
      Map<String, Set<String>> parents = new HashMap<>();
      for (Dimension.Split split : dimension.splits()) {
        for (String child : split.children()) {
          parents.computeIfAbsent(child, c -> new TreeSet<>()).add(split.parent());
        }
      }
      ancestors.add(parents);
    }
  }

  /** The cells of a table, in key order; several tables may share cells. */
  public List<Cell> cells(TableSpec table, List<Contribution> contributions) {
    List<Axis> axes = new ArrayList<>();
    for (Dimension dimension : dimensions) {
      Set<String> shown = table.codes().get(dimension.name());
      if (shown != null) {
        axes.add(new Axis(dimension, shown));
      }
    }
    Map<Long, Sums> sums = new HashMap<>();
    for (Contribution contribution : contributions) {
      for (long place : places(axes, contribution)) {
        sums.computeIfAbsent(place, key -> new Sums()).add(contribution);
      }
    }
    addEmptyQualities(axes, sums);
    List<Cell> cells = new ArrayList<>(sums.size());
    sums.forEach((place, sum) -> cells.add(sum.cell(key(axes, place), table.id())));
    cells.sort(Comparator.comparing(Cell::key));
    return cells;
  }

  /** The linked tables of these contributions, without earlier releases. */
  public LinkedTablesBuilder link(List<TableSpec> tables, List<Contribution> contributions) {
    LinkedTablesBuilder builder = LinkedTables.over(dimensions);
    tables.forEach(table -> builder.addAll(cells(table, contributions)));
    return builder;
  }

  /** The cells of a contribution: every combination of its codes, as one number each. */
  private static long[] places(List<Axis> axes, Contribution contribution) {
    long[] places = {0};
    for (Axis axis : axes) {
      int[] codes = axis.shownAbove(contribution.codes().get(axis.dimension.name()));
      long[] wider = new long[places.length * codes.length];
      int at = 0;
      for (int code : codes) {
        for (long place : places) {
          wider[at++] = place * axis.codes.length + code;
        }
      }
      places = wider;
    }
    return places;
  }

  private Set<String> selfAndAncestors(int d, String code) {
    Set<String> found = new TreeSet<>();
    List<String> open = new ArrayList<>(List.of(code));
    while (!open.isEmpty()) {
      String next = open.remove(open.size() - 1);
      if (found.add(next)) {
        open.addAll(ancestors.get(d).getOrDefault(next, Set.of()));
      }
    }
    return found;
  }

  private static CellKey key(List<Axis> axes, long place) {
    Map<String, String> codes = new TreeMap<>();
    long rest = place;
    for (int a = axes.size() - 1; a >= 0; a--) {
      Axis axis = axes.get(a);
      String code = axis.codes[(int) (rest % axis.codes.length)];
      rest /= axis.codes.length;
      if (!code.equals(axis.dimension.total())) {
        codes.put(axis.dimension.name(), code);
      }
    }
    return CellKey.of(codes);
  }

  private static void addEmptyQualities(List<Axis> axes, Map<Long, Sums> sums) {
    long weight = 1;
    for (int a = axes.size() - 1; a >= 0; a--) {
      Axis axis = axes.get(a);
      int size = axis.codes.length;
      if (axis.dimension.kind() == Dimension.Kind.QUALITY) {
        for (long place : List.copyOf(sums.keySet())) {
          long without = place - place / weight % size * weight;
          for (int code = 0; code < size; code++) {
            sums.computeIfAbsent(without + code * weight, k -> new Sums());
          }
        }
      }
      weight *= size;
    }
  }

  /** The codes a table shows in one dimension, numbered, and which of them hold a finest code. */
  private final class Axis {
    private final Dimension dimension;
    private final String[] codes;
    private final Map<String, int[]> above = new HashMap<>();

    Axis(Dimension dimension, Set<String> shown) {
      this.dimension = dimension;
      this.codes = new TreeSet<>(shown).toArray(String[]::new);
    }

    int[] shownAbove(@Nullable String code) {
      if (code == null) {
        throw new IllegalArgumentException(
            "Cannot tabulate by dimension '%s': a contribution has no code in it; give one"
                .formatted(dimension.name()));
      }
      return above.computeIfAbsent(
          code,
          leaf ->
              selfAndAncestors(dimensions.indexOf(dimension), leaf).stream()
                  .mapToInt(a -> Arrays.binarySearch(codes, a))
                  .filter(position -> position >= 0)
                  .toArray());
    }
  }

  private static final class Sums {
    private long count;
    private long total;
    private boolean scored = true;
    private final Map<String, Long> owners = new HashMap<>();
    private final Map<String, Long> bodies = new HashMap<>();

    void add(Contribution contribution) {
      count++;
      scored &= contribution.score().isPresent();
      total += contribution.score().orElse(0);
      owners.merge(contribution.owner(), 1L, Long::sum);
      if (!contribution.body().isEmpty()) {
        bodies.merge(contribution.body(), 1L, Long::sum);
      }
    }

    Cell cell(CellKey key, String table) {
      return new Cell(
          key,
          table,
          Cell.Visibility.SHOWN,
          count,
          scored ? OptionalLong.of(total) : OptionalLong.empty(),
          Contributors.of(owners),
          Contributors.of(bodies));
    }
  }
}
