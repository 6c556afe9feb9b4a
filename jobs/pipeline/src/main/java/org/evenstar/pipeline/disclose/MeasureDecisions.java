package org.evenstar.pipeline.disclose;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
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
import org.evenstar.pipeline.benchmark.CellKeys;

/**
 * Measures that some dossiers have no value of: the same cells and sums with fewer contributors
 * behind them. How many at least is known, not who; that errs on the safe side.
 */
final class MeasureDecisions {
  private final CellKeys keys;
  private final Systems systems;
  private final Map<Long, CellKey> names;
  private final Limits limits;
  private final EarlierCells earlier;

  MeasureDecisions(
      CellKeys keys,
      Systems systems,
      Map<Long, CellKey> names,
      Limits limits,
      EarlierCells earlier) {
    this.keys = keys;
    this.systems = systems;
    this.names = names;
    this.limits = limits;
    this.earlier = earlier;
  }

  /**
   * The cells of measures of which less is told than of their whole cells.
   *
   * @param uniform whole cells in which all have the same value of a measure, by measure
   */
  Map<Long, Integer> details(Decisions wholes, Map<Integer, Set<Long>> uniform) {
    Set<Integer> measures = new TreeSet<>(uniform.keySet());
    measures.addAll(systems.missing().keySet());
    Map<CellKey, Long> numbers = new HashMap<>();
    names.forEach((number, key) -> numbers.put(key, number));
    Set<CellKey> already = wholes.withheld();
    List<Map<Long, Integer>> found =
        measures.parallelStream()
            .map(
                measure ->
                    of(
                        measure,
                        keysOf(uniform.getOrDefault(measure, Set.of())),
                        already,
                        wholes.tables(),
                        numbers))
            .toList();
    Map<Long, Integer> all = new TreeMap<>();
    found.forEach(all::putAll);
    return all;
  }

  private Set<CellKey> keysOf(Set<Long> cells) {
    Set<CellKey> found = new HashSet<>();
    for (long cell : cells) {
      CellKey key = names.get(cell);
      if (key != null) {
        found.add(key);
      }
    }
    return found;
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
    Map<CellKey, Long> lacking = new HashMap<>();
    missing.forEach((number, n) -> lacking.put(Objects.requireNonNull(names.get(number)), n));
    LinkedTables fewer =
        fewer(tables, lacking, earlier.untold(DisclosureRecord.measure(keys, measure)));
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

  /**
   * The tables of a measure: in each cell the contributors that are left at least.
   *
   * @param lacking dossiers without a value, by cell
   * @param untold as in {@link EarlierCells#untold}
   */
  static LinkedTables fewer(
      LinkedTables tables, Map<CellKey, Long> lacking, Map<String, Set<CellKey>> untold) {
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
        OptionalLong.empty(),
        Contributors.counted((int) Math.min(least, count)),
        Contributors.NONE);
  }
}
