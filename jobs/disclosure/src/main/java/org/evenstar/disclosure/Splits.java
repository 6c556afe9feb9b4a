package org.evenstar.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds which cells are sums of which others. Wholes that no table shows are added as hidden cells,
 * so that tables meet in them; parts that no table shows are united in one hidden rest.
 */
final class Splits {

  private static final String REST = "~rest";

  private final List<Dimension> dimensions;
  private final List<Map<String, List<String>>> parents = new ArrayList<>();
  private final List<Map<String, List<List<String>>>> children = new ArrayList<>();

  /** Over dimensions in alphabetical order, as in keys. */
  Splits(List<Dimension> dimensions) {
    this.dimensions = dimensions;
    for (Dimension dimension : dimensions) {
      Map<String, List<String>> up = new HashMap<>();
      Map<String, List<List<String>>> down = new LinkedHashMap<>();
      for (Dimension.Split split : dimension.splits()) {
        down.computeIfAbsent(split.parent(), p -> new ArrayList<>()).add(split.children());
        for (String child : split.children()) {
          up.computeIfAbsent(child, c -> new ArrayList<>()).add(split.parent());
        }
      }
      parents.add(up);
      children.add(down);
    }
  }

  /** Adds hidden cells to {@code cells} and gives every sum among them. */
  List<KeyedRelation> close(Map<CellKey, Cell> cells) {
    addHiddenWholes(cells);
    List<KeyedRelation> relations = new ArrayList<>();
    for (Cell cell : List.copyOf(cells.values())) {
      for (int d = 0; d < dimensions.size(); d++) {
        for (List<CellKey> parts : splitsOf(cell.key(), d, cells)) {
          relations.add(sum(cell, parts, d, cells));
        }
      }
    }
    return dropIdle(relations, cells);
  }

  private void addHiddenWholes(Map<CellKey, Cell> cells) {
    Deque<CellKey> open = new ArrayDeque<>(cells.keySet());
    Map<CellKey, Boolean> missing = new TreeMap<>();
    while (!open.isEmpty()) {
      @Nullable String[] codes = codes(open.poll());
      for (int d = 0; d < dimensions.size(); d++) {
        String code = codes[d];
        if (code != null) {
          for (String parent : parents.get(d).getOrDefault(code, List.of())) {
            CellKey whole = replaced(codes, d, parent);
            if (!cells.containsKey(whole) && missing.putIfAbsent(whole, true) == null) {
              open.add(whole);
            }
          }
        }
      }
    }
    Map<CellKey, Cell> made = new HashMap<>();
    missing.keySet().forEach(key -> hidden(key, cells, missing, made));
    cells.putAll(made);
  }

  /** A whole that nobody gave holds at least what its fullest split holds. */
  private Cell hidden(
      CellKey key,
      Map<CellKey, Cell> cells,
      Map<CellKey, Boolean> missing,
      Map<CellKey, Cell> made) {
    Cell ready = cells.getOrDefault(key, made.get(key));
    if (ready != null) {
      return ready;
    }
    long count = 0;
    OptionalLong total = OptionalLong.empty();
    for (int d = 0; d < dimensions.size(); d++) {
      for (List<String> split : splits(key, d)) {
        long sum = 0;
        OptionalLong totals = OptionalLong.of(0);
        for (String child : split) {
          CellKey part = replaced(codes(key), d, child);
          if (cells.containsKey(part) || missing.containsKey(part)) {
            Cell cell = hidden(part, cells, missing, made);
            sum += cell.count();
            totals = plus(totals, cell.total());
          }
        }
        if (sum > count) {
          count = sum;
          total = totals;
        }
      }
    }
    Cell whole =
        new Cell(
            key, "", Cell.Visibility.HIDDEN, count, total, Contributors.NONE, Contributors.NONE);
    made.put(key, whole);
    return whole;
  }

  private List<List<CellKey>> splitsOf(CellKey key, int d, Map<CellKey, Cell> cells) {
    List<List<CellKey>> found = new ArrayList<>();
    @Nullable String[] codes = codes(key);
    for (List<String> split : splits(key, d)) {
      List<CellKey> parts = new ArrayList<>();
      for (String child : split) {
        CellKey part = replaced(codes, d, child);
        if (cells.containsKey(part)) {
          parts.add(part);
        }
      }
      if (!parts.isEmpty()) {
        found.add(parts);
      }
    }
    return found;
  }

  private KeyedRelation sum(Cell whole, List<CellKey> parts, int d, Map<CellKey, Cell> cells) {
    long rest = whole.count();
    OptionalLong restTotal = whole.total();
    for (CellKey part : parts) {
      Cell cell = cells.get(part);
      rest -= cell.count();
      restTotal = plus(restTotal, negated(cell.total()));
    }
    if (rest < 0) {
      throw new IllegalArgumentException(
          "Cannot link cell '%s': it holds %d and its parts by '%s' hold %d; give parts that do not overlap"
              .formatted(
                  whole.key(), whole.count(), dimensions.get(d).name(), whole.count() - rest));
    }
    List<CellKey> complete = new ArrayList<>(parts);
    if (rest > 0) {
      String first = parts.get(0).codes().get(dimensions.get(d).name());
      CellKey key = replaced(codes(whole.key()), d, first + REST);
      cells.put(
          key,
          new Cell(
              key,
              "",
              Cell.Visibility.HIDDEN,
              rest,
              restTotal,
              Contributors.NONE,
              Contributors.NONE));
      complete.add(key);
    }
    return KeyedRelation.sum(whole.key(), complete);
  }

  /** A hidden cell met in one relation only tells nobody anything: both go. */
  private static List<KeyedRelation> dropIdle(
      List<KeyedRelation> relations, Map<CellKey, Cell> cells) {
    List<KeyedRelation> kept = relations;
    boolean dropped = true;
    while (dropped) {
      Map<CellKey, Integer> uses = new HashMap<>();
      kept.forEach(r -> r.coefficients().keySet().forEach(key -> uses.merge(key, 1, Integer::sum)));
      List<KeyedRelation> next = new ArrayList<>();
      for (KeyedRelation relation : kept) {
        if (relation.coefficients().keySet().stream()
            .noneMatch(key -> uses.get(key) == 1 && isIdle(cells.get(key)))) {
          next.add(relation);
        }
      }
      dropped = next.size() < kept.size();
      kept = next;
    }
    Map<CellKey, Boolean> used = new HashMap<>();
    kept.forEach(r -> r.coefficients().keySet().forEach(key -> used.put(key, true)));
    cells.values().removeIf(cell -> isIdle(cell) && !used.containsKey(cell.key()));
    return kept;
  }

  private static boolean isIdle(Cell cell) {
    return !cell.isShown() && cell.owners().n() == 0;
  }

  private List<List<String>> splits(CellKey key, int d) {
    Dimension dimension = dimensions.get(d);
    String code = key.codes().getOrDefault(dimension.name(), dimension.total());
    return code == null ? List.of() : children.get(d).getOrDefault(code, List.of());
  }

  /** The codes of a key by dimension, null at the total. */
  private @Nullable String[] codes(CellKey key) {
    @Nullable String[] codes = new @Nullable String[dimensions.size()];
    Map<String, String> named = key.codes();
    for (int d = 0; d < codes.length; d++) {
      codes[d] = named.get(dimensions.get(d).name());
    }
    return codes;
  }

  private CellKey replaced(@Nullable String[] codes, int replaced, String by) {
    StringBuilder text = new StringBuilder();
    for (int d = 0; d < codes.length; d++) {
      String code = d == replaced ? by : codes[d];
      if (code != null && !code.equals(dimensions.get(d).total())) {
        text.append(text.isEmpty() ? "" : ";");
        text.append(dimensions.get(d).name()).append('=').append(code);
      }
    }
    return new CellKey(text.toString());
  }

  private static OptionalLong plus(OptionalLong a, OptionalLong b) {
    return a.isPresent() && b.isPresent()
        ? OptionalLong.of(a.getAsLong() + b.getAsLong())
        : OptionalLong.empty();
  }

  private static OptionalLong negated(OptionalLong a) {
    return a.isPresent() ? OptionalLong.of(-a.getAsLong()) : a;
  }
}
