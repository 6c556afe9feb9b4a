package org.evenstar.pipeline.disclose;

import static org.evenstar.parquet.ColumnType.BIGINT;

import java.nio.file.Path;
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
import org.evenstar.disclosure.DisclosureRules;
import org.evenstar.disclosure.EarlierRelease;
import org.evenstar.disclosure.LinkedTables;
import org.evenstar.disclosure.LinkedTablesBuilder;
import org.evenstar.disclosure.Statistic;
import org.evenstar.disclosure.SuppressionRequest;
import org.evenstar.disclosure.Suppressor;
import org.evenstar.engine.Engine;
import org.evenstar.engine.Rows;
import org.evenstar.pipeline.TableFile;
import org.evenstar.pipeline.benchmark.CellKeys;
import org.evenstar.schemas.config.RunConfig;

/**
 * Decides which benchmark cells are told: one pattern for all tables of the public and the policy
 * tier, by the stricter limits of the two, so that nobody learns from holding both. A measure that
 * lacks values is decided in a system of its own on top.
 */
public final class CellDecisions {
  private final Engine engine;
  private final Path folder;
  private final CellKeys keys;
  private final Limits limits;
  private final EarlierCells earlier;

  /**
   * @param folder where tables made in Java are kept
   * @param earlier the releases that readers already hold, oldest first
   */
  public CellDecisions(
      Engine engine, Path folder, RunConfig config, CellKeys keys, List<Path> earlier) {
    this.engine = engine;
    this.folder = folder;
    this.keys = keys;
    this.limits = new Limits(config.disclosure());
    this.earlier = new EarlierCells(List.copyOf(earlier));
  }

  /** What the stage's SQL needs before it: whom to count as one contributor. */
  public void register() {
    new TableFile("disclosure_limit")
        .column("by_owner", org.evenstar.parquet.ColumnType.BOOLEAN)
        .row(limits.isByOwner())
        .register(engine, folder);
  }

  /**
   * Decides, and makes the tables {@code told_cell}, {@code told_measure} and {@code
   * disclosure_cell}; needs {@code leaf_contributor}, {@code leaf_missing} and {@code cell_count}.
   */
  public Told decide() {
    Systems systems = new Systems(engine, keys);
    Map<Long, CellKey> names = new TreeMap<>();
    LinkedTablesBuilder builder = LinkedTables.over(systems.dimensions());
    systems
        .cells()
        .forEach(
            (number, sums) -> {
              CellKey key = CellKey.of(systems.codes(number));
              names.put(number, key);
              builder.add(cell(systems, number, key, sums));
            });
    for (EarlierRelease release : earlier.read(systems.dimensions())) {
      builder.earlier(release);
    }
    LinkedTables tables = builder.build();
    Set<Long> uniform = uniformStars();
    Decisions decisions =
        Suppressor.suppress(tables, limits.rules(), request(systems, names, uniform));
    Told told = told(systems, names, decisions, tables);
    registerTold(told);
    new DisclosureRecord(keys, systems, limits, names)
        .write(engine, folder, decisions, told, uniform);
    return told;
  }

  private Cell cell(Systems systems, long number, CellKey key, CellSums sums) {
    boolean isShown = systems.isShown(number);
    return new Cell(
            key,
            isShown ? DisclosureRecord.table(keys.cell(number)) : "",
            isShown ? Cell.Visibility.SHOWN : Cell.Visibility.HIDDEN,
            sums.n(),
            java.util.OptionalLong.empty(),
            sums.contributors(systems.text(number)),
            limits.isBodyDominanceJudged() ? sums.bodies() : Contributors.NONE)
        .withTotal(sums.totalMicro());
  }

  /** The cells all of whose dossiers have one star: a share of 100 % tells of each of them. */
  private Set<Long> uniformStars() {
    Set<Long> found = new TreeSet<>();
    if (!limits.isClassDisclosureWithheld()) {
      return found;
    }
    try (Rows rows =
        engine.query(
            "select cell_count.cell_key - benchmark_measure.cell_part from cell_count"
                + " cross join cell_radix inner join benchmark_measure"
                + " on benchmark_measure.measure_kind = 'star' and benchmark_measure.cell_part"
                + " = cell_count.cell_key % cell_radix.measure_radix"
                + " - cell_count.cell_key % cell_radix.period_radix"
                + " where cell_count.n_distinct = 1")) {
      while (rows.next()) {
        long cell = rows.longAt(0);
        // cells of one star, made so by their cross, say nothing new
        if (keys.cell(cell).awardedStar().equals("*")) {
          found.add(cell);
        }
      }
    }
    return found;
  }

  private SuppressionRequest request(Systems systems, Map<Long, CellKey> names, Set<Long> uniform) {
    Set<CellKey> mustPublish = new HashSet<>();
    Set<CellKey> mustHide = new HashSet<>();
    Map<CellKey, Long> cost = new HashMap<>();
    names.forEach(
        (number, key) -> {
          if (systems.isShown(number)) {
            CellKeys.Cell cell = keys.cell(number);
            if (limits.mustHide(cell) || uniform.contains(number)) {
              mustHide.add(key);
            } else if (limits.mustPublish(cell)) {
              mustPublish.add(key);
            }
            long n = java.util.Objects.requireNonNull(systems.cells().get(number)).n();
            cost.put(key, Math.max(1, n) * Limits.worth(cell));
          }
        });
    return new SuppressionRequest(mustPublish, mustHide, earlier.newestPattern(), Set.of(), cost);
  }

  private Told told(
      Systems systems, Map<Long, CellKey> names, Decisions decisions, LinkedTables tables) {
    Map<CellKey, Decision> byKey = new HashMap<>();
    decisions.cells().forEach(decision -> byKey.put(decision.cell().key(), decision));
    Map<Long, Integer> detail = new HashMap<>();
    names.forEach(
        (number, key) -> {
          Decision decision = byKey.get(key);
          if (decision != null && !decision.isWithheld()) {
            detail.put(number, detail(decision.statistics()));
          }
        });
    Map<Long, Integer> measures =
        new MeasureDecisions(engine, keys, systems, names, limits, earlier)
            .details(decisions, tables);
    measures.keySet().removeIf(cell -> !detail.containsKey(MeasureDecisions.whole(cell, keys)));
    return new Told(detail, measures);
  }

  static int detail(Set<Statistic> statistics) {
    if (statistics.contains(Statistic.DECILES)) {
      return 2;
    }
    return statistics.contains(Statistic.QUARTILES) ? 1 : 0;
  }

  private void registerTold(Told told) {
    TableFile cells = new TableFile("told_cell").columns(BIGINT, "cell_key", "detail");
    new TreeMap<>(told.detail()).forEach(cells::row);
    cells.register(engine, folder);
    TableFile measures = new TableFile("told_measure").columns(BIGINT, "cell_key", "detail");
    new TreeMap<>(told.measures()).forEach(measures::row);
    measures.register(engine, folder);
  }

  /** The limits these decisions keep. */
  DisclosureRules rules() {
    return limits.rules();
  }
}
