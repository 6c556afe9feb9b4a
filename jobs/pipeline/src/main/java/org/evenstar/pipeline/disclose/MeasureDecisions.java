package org.evenstar.pipeline.disclose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenstar.disclosure.Cell;
import org.evenstar.disclosure.CellKey;
import org.evenstar.disclosure.Contributors;
import org.evenstar.disclosure.Decision;
import org.evenstar.disclosure.Decisions;
import org.evenstar.disclosure.LinkedTables;
import org.evenstar.disclosure.SuppressionRequest;
import org.evenstar.disclosure.Suppressor;
import org.evenstar.engine.Engine;
import org.evenstar.engine.Rows;
import org.evenstar.pipeline.benchmark.CellKeys;

/**
 * Measures that some dossiers have no value of: the same cells and sums with fewer contributors
 * behind them. How many at least is known, not who; that errs on the safe side.
 */
final class MeasureDecisions {
  private final Engine engine;
  private final CellKeys keys;
  private final Systems systems;
  private final Map<Long, CellKey> names;
  private final Limits limits;
  private final EarlierCells earlier;

  MeasureDecisions(
      Engine engine,
      CellKeys keys,
      Systems systems,
      Map<Long, CellKey> names,
      Limits limits,
      EarlierCells earlier) {
    this.engine = engine;
    this.keys = keys;
    this.systems = systems;
    this.names = names;
    this.limits = limits;
    this.earlier = earlier;
  }

  /** The number of the whole cell that a cell of a measure belongs to. */
  static long whole(long cell, CellKeys keys) {
    return cell - cell % keys.cutAddend() + cell % keys.measureAddend();
  }

  /** The cells of measures of which less is told than of their whole cells. */
  Map<Long, Integer> details(Decisions wholes, LinkedTables tables) {
    Map<Integer, Set<CellKey>> uniform = uniform();
    Set<Integer> measures = new TreeSet<>(uniform.keySet());
    measures.addAll(systems.missing().keySet());
    Map<CellKey, Long> numbers = new HashMap<>();
    names.forEach((number, key) -> numbers.put(key, number));
    Set<CellKey> already = wholes.withheld();
    List<Map<Long, Integer>> found =
        measures.parallelStream()
            .map(
                measure ->
                    of(measure, uniform.getOrDefault(measure, Set.of()), already, tables, numbers))
            .toList();
    Map<Long, Integer> all = new TreeMap<>();
    found.forEach(all::putAll);
    return all;
  }

  private Map<Long, Integer> of(
      int measure,
      Set<CellKey> uniform,
      Set<CellKey> already,
      LinkedTables tables,
      Map<CellKey, Long> numbers) {
    Map<Long, Long> missing = systems.missing().getOrDefault(measure, Map.of());
    if (uniform.isEmpty() && missing.isEmpty()) {
      return Map.of();
    }
    LinkedTables fewer =
        fewer(tables, missing, numbers, earlier.untold(DisclosureRecord.measure(keys, measure)));
    Decisions decisions =
        Suppressor.suppress(
            fewer,
            limits.rules(),
            SuppressionRequest.NONE.withWithheld(already).withMustHide(uniform));
    Map<Long, Integer> found = new TreeMap<>();
    for (Decision decision : decisions.cells()) {
      Long number = numbers.get(decision.cell().key());
      if (number == null || already.contains(decision.cell().key())) {
        continue;
      }
      if (decision.isWithheld()) {
        found.put(number + measure * keys.measureAddend(), Told.NOTHING);
      } else if (missing.containsKey(number)) {
        found.put(
            number + measure * keys.measureAddend(), CellDecisions.detail(decision.statistics()));
      }
    }
    return found;
  }

  /** The tables of a measure: in each cell the contributors that are left at least. */
  static LinkedTables fewer(
      LinkedTables tables,
      Map<Long, Long> missing,
      Map<CellKey, Long> numbers,
      Map<String, Set<CellKey>> untold) {
    Map<CellKey, Long> lacking = new HashMap<>();
    numbers.forEach(
        (key, number) -> {
          Long n = missing.get(number);
          if (n != null) {
            lacking.put(key, n);
          }
        });
    return tables.with(cell -> fewer(cell, lacking.getOrDefault(cell.key(), 0L)), untold);
  }

  private static Cell fewer(Cell cell, long missing) {
    if (missing == 0) {
      return cell;
    }
    long count = Math.max(0, cell.count() - missing);
    int least = (int) Math.max(count > 0 ? 1 : 0, cell.owners().n() - missing);
    return new Cell(
        cell.key(),
        cell.table(),
        cell.visibility(),
        count,
        java.util.OptionalLong.empty(),
        Contributors.counted((int) Math.min(least, count)),
        Contributors.NONE);
  }

  /** Told or not, cells in which all have the same value of a measure, by measure. */
  private Map<Integer, Set<CellKey>> uniform() {
    Map<Integer, Set<CellKey>> found = new TreeMap<>();
    if (!limits.isClassDisclosureWithheld()) {
      return found;
    }
    List<Long> cells = new ArrayList<>();
    try (Rows rows = engine.query("select cell_key from cell_count where n_distinct = 1")) {
      while (rows.next()) {
        cells.add(rows.longAt(0));
      }
    }
    for (long cell : cells) {
      CellKeys.Cell of = keys.cell(cell);
      CellKey key = names.get(whole(cell, keys));
      if (key != null && !of.measureKind().equals("star")) {
        int measure = (int) (cell % keys.cutAddend() / keys.measureAddend());
        found.computeIfAbsent(measure, m -> new HashSet<>()).add(key);
      }
    }
    return found;
  }
}
