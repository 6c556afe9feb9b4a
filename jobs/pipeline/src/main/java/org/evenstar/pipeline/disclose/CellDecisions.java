package org.evenstar.pipeline.disclose;

import static org.evenstar.parquet.ColumnType.BIGINT;
import static org.evenstar.parquet.ColumnType.BOOLEAN;

import java.nio.file.Path;
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
        .column("by_owner", BOOLEAN)
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
    Map<Integer, Set<Long>> uniform = uniform();
    Set<Long> ofOneStar = takeStars(uniform);
    Decisions decisions =
        Suppressor.suppress(tables, limits.rules(), request(systems, names, ofOneStar));
    Told told = told(systems, names, decisions, uniform);
    registerTold(told);
    new DisclosureRecord(keys, systems, limits, names)
        .write(engine, folder, decisions, told, ofOneStar);
    return told;
  }

  private Cell cell(Systems systems, long number, CellKey key, CellSums sums) {
    boolean isShown = systems.isShown(number);
    return new Cell(
        key,
        isShown ? DisclosureRecord.table(keys.cell(number)) : "",
        isShown ? Cell.Visibility.SHOWN : Cell.Visibility.HIDDEN,
        sums.n(),
        OptionalLong.of(sums.totalMicro()),
        sums.contributors(Long.toString(number, Character.MAX_RADIX)),
        limits.isBodyDominanceJudged() ? sums.bodies() : Contributors.NONE);
  }

  /**
   * The cells all of whose dossiers have one value, by measure: a share of 100 % tells of each of
   * them.
   */
  private Map<Integer, Set<Long>> uniform() {
    Map<Integer, Set<Long>> found = new TreeMap<>();
    if (!limits.isClassDisclosureWithheld()) {
      return found;
    }
    try (Rows rows = engine.query("select cell_key from cell_count where n_distinct = 1")) {
      while (rows.next()) {
        long cell = rows.longAt(0);
        found.computeIfAbsent(keys.measureOf(cell), m -> new TreeSet<>()).add(keys.whole(cell));
      }
    }
    return found;
  }

  /** Takes the stars, which withhold whole cells, out of the cells of one value. */
  private Set<Long> takeStars(Map<Integer, Set<Long>> uniform) {
    Set<Long> stars = new TreeSet<>();
    for (int measure : List.copyOf(uniform.keySet())) {
      if (keys.cell(measure * keys.measureAddend()).measureKind().equals("star")) {
        stars.addAll(Objects.requireNonNull(uniform.remove(measure)));
      }
    }
    // cells of one star, made so by their cross, say nothing new
    stars.removeIf(cell -> !keys.cell(cell).awardedStar().equals("*"));
    return stars;
  }

  private SuppressionRequest request(
      Systems systems, Map<Long, CellKey> names, Set<Long> ofOneStar) {
    Set<CellKey> mustPublish = new HashSet<>();
    Set<CellKey> mustHide = new HashSet<>();
    Map<CellKey, Long> cost = new HashMap<>();
    names.forEach(
        (number, key) -> {
          if (systems.isShown(number)) {
            CellKeys.Cell cell = keys.cell(number);
            if (limits.mustHide(cell) || ofOneStar.contains(number)) {
              mustHide.add(key);
            } else if (limits.mustPublish(cell)) {
              mustPublish.add(key);
            }
            long n = Objects.requireNonNull(systems.cells().get(number)).n();
            cost.put(key, Math.max(1, n) * Limits.worth(cell));
          }
        });
    return new SuppressionRequest(mustPublish, mustHide, earlier.newestPattern(), Set.of(), cost);
  }

  private Told told(
      Systems systems,
      Map<Long, CellKey> names,
      Decisions decisions,
      Map<Integer, Set<Long>> uniform) {
    Map<CellKey, Decision> byKey = decisions.byKey();
    Map<Long, Integer> detail = new HashMap<>();
    names.forEach(
        (number, key) -> {
          Decision decision = byKey.get(key);
          if (decision != null && !decision.isWithheld()) {
            detail.put(number, detail(decision.statistics()));
          }
        });
    Map<Long, Integer> measures =
        new MeasureDecisions(keys, systems, names, limits, earlier).details(decisions, uniform);
    measures.keySet().removeIf(cell -> !detail.containsKey(keys.whole(cell)));
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
}
