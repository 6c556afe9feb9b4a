package org.evenstar.pipeline.impact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenstar.disclosure.Cell;
import org.evenstar.disclosure.CellKey;
import org.evenstar.disclosure.Contributors;
import org.evenstar.disclosure.Dimension;
import org.evenstar.disclosure.DisclosureRules;
import org.evenstar.disclosure.LinkedTables;
import org.evenstar.disclosure.LinkedTablesBuilder;
import org.evenstar.disclosure.SuppressionRequest;
import org.evenstar.disclosure.Suppressor;
import org.evenstar.engine.Engine;
import org.evenstar.engine.Rows;
import org.evenstar.schemas.config.DisclosureSettings;
import org.evenstar.schemas.config.RunConfig;
import org.jspecify.annotations.Nullable;

/**
 * The counts as one system of linked tables, so that what is withheld follows from no sum or
 * difference of what is told: one-way tables of region levels and traits by step, and the moves
 * between stars, which add up to the steps.
 */
final class ImpactCells {
  static final String UNKNOWN = "?";
  private static final String STEP = "step";
  private static final String REGION = "region";
  private static final String TOTAL = "*";
  private static final int HOLDINGS_KEPT = 5;
  private static final List<String> STEPS = List.of("RISE", "SAME", "FALL", "CANNOT_TELL");

  private final Map<CellKey, Place> places = new TreeMap<>();
  private final Map<CellKey, Cell> cells = new TreeMap<>();
  private final Map<CellKey, Double> meanChanges = new TreeMap<>();
  private final Set<String> moves = new TreeSet<>();
  private Set<CellKey> withheld = Set.of();

  /** Where a group stands. */
  record Place(String dimension, String code) {}

  private ImpactCells() {}

  /** Counts {@code impact_pair}, and decides what may be told. */
  static ImpactCells of(
      Engine engine,
      List<String> levels,
      List<String> traits,
      RunConfig config,
      Set<Integer> stars) {
    ImpactCells cells = new ImpactCells();
    cells.read(engine, new Place("all", TOTAL), "'*'", "");
    for (String level : levels) {
      cells.read(
          engine,
          new Place(level, ""),
          "coalesce(region_member.member_code, 'UNKNOWN')",
          " left join region_member on region_member.region_code = impact_pair.region_code"
              + " and region_member.region_level = '"
              + level
              + "'");
    }
    traits.forEach(trait -> cells.read(engine, new Place(trait, ""), trait, ""));
    cells.addNone(stars);
    cells.decide(engine, levels, traits, config.disclosure().tier("association"));
    return cells;
  }

  Map<CellKey, Place> places() {
    return places;
  }

  /** Every move between stars, such as {@code 2>3}. */
  Set<String> moves() {
    return moves;
  }

  /** How many a cell has, or that it is withheld. */
  Impact.Count count(CellKey key) {
    if (withheld.contains(key)) {
      return Impact.Count.WITHHELD;
    }
    Cell cell = cells.get(key);
    // a step that a withheld group has none of would tell of the others
    return cell == null || withheld.contains(group(key))
        ? Impact.Count.WITHHELD
        : Impact.Count.of(cell.count());
  }

  /** Mean change of the index in whole units; null where no dossier has one. */
  @Nullable Double meanChange(CellKey key) {
    return meanChanges.get(key);
  }

  /** A group's cell of one step. */
  static CellKey step(CellKey group, String step) {
    Map<String, String> codes = group.codes();
    codes.put(STEP, step);
    return CellKey.of(codes);
  }

  /** A region's cell. */
  static CellKey region(String level, String code) {
    return CellKey.of(REGION, level + '/' + code);
  }

  private static CellKey group(CellKey key) {
    Map<String, String> codes = key.codes();
    codes.remove(STEP);
    return CellKey.of(codes);
  }

  /** Reads the cells of one dimension: all steps together, each step, and, for all, each move. */
  private void read(Engine engine, Place of, String code, String join) {
    String move =
        "coalesce(cast(star_before as string), '?') || '>' || coalesce(cast(star_after as string),"
            + " '?')";
    String rows =
        "select "
            + code
            + " as code, owner_code, value_after - value_before as change, step, "
            + move
            + " as move from impact_pair"
            + join;
    String steps =
        "select code, '*' as step, owner_code, change from moved union all"
            + " select code, step, owner_code, change from moved"
            + (of.dimension().equals("all")
                ? " union all select code, move as step, owner_code, change from moved"
                : "");
    String query =
        "with moved as ("
            + rows
            + "), stepped as ("
            + steps
            + "), owned as (select code, step, owner_code, cast(count(*) as bigint) as n,"
            + " cast(count(change) as bigint) as n_changed,"
            + " cast(coalesce(sum(change), 0) as bigint) as change from stepped"
            + " group by code, step, owner_code),"
            + " ranked as (select code, step, owner_code, n,"
            + " row_number() over (partition by code, step order by n desc, owner_code) as place,"
            + " count(*) over (partition by code, step) as n_owners,"
            + " cast(sum(n) over (partition by code, step) as bigint) as n_all,"
            + " cast(sum(n_changed) over (partition by code, step) as bigint) as n_changed,"
            + " cast(sum(change) over (partition by code, step) as bigint) as change from owned)"
            + " select code, step, owner_code, n, n_owners, n_all, n_changed, change from ranked"
            + " where place <= "
            + HOLDINGS_KEPT
            + " order by code, step, place";
    try (Rows read = engine.query(query)) {
      CellKey at = null;
      List<Contributors.Holding> holdings = new ArrayList<>();
      while (read.next()) {
        CellKey key = key(of, String.valueOf(read.textAt(0)), String.valueOf(read.textAt(1)));
        if (!key.equals(at)) {
          holdings.clear();
          at = key;
        }
        holdings.add(new Contributors.Holding(String.valueOf(read.textAt(2)), read.longAt(3)));
        cells.put(
            key,
            Cell.of(
                key,
                of.dimension(),
                read.longAt(5),
                new Contributors((int) read.longAt(4), holdings)));
        remember(of, read, key);
      }
    }
  }

  private static CellKey key(Place of, String code, String step) {
    Map<String, String> codes = new TreeMap<>();
    if (!of.dimension().equals("all")) {
      boolean isTrait = ImpactCounts.isTrait(of.dimension());
      codes.put(isTrait ? of.dimension() : REGION, isTrait ? code : of.dimension() + '/' + code);
    }
    if (!step.equals(TOTAL)) {
      codes.put(STEP, step);
    }
    return CellKey.of(codes);
  }

  private void remember(Place of, Rows read, CellKey key) {
    String step = String.valueOf(read.textAt(1));
    if (step.equals(TOTAL)) {
      places.put(key, new Place(of.dimension(), String.valueOf(read.textAt(0))));
      if (read.longAt(6) > 0) {
        meanChanges.put(key, (double) read.longAt(7) / (1e6 * read.longAt(6)));
      }
    }
  }

  /** Adds the steps and moves that nobody takes: none is shown as 0, and so is known. */
  private void addNone(Set<Integer> stars) {
    List<String> ends = new ArrayList<>(stars.stream().map(String::valueOf).toList());
    ends.add(UNKNOWN);
    ends.forEach(before -> ends.forEach(after -> moves.add(before + '>' + after)));
    moves.forEach(move -> addNone(step(CellKey.ALL, move), "all"));
    for (Map.Entry<CellKey, Place> place : places.entrySet()) {
      for (String each : STEPS) {
        addNone(step(place.getKey(), each), place.getValue().dimension());
      }
    }
  }

  private void addNone(CellKey key, String table) {
    cells.putIfAbsent(key, Cell.of(key, table, 0, Contributors.NONE));
  }

  private void decide(
      Engine engine, List<String> levels, List<String> traits, DisclosureSettings.Tier tier) {
    List<Dimension> dimensions = new ArrayList<>(List.of(steps()));
    dimensions.add(regions(engine, levels));
    for (String trait : traits) {
      dimensions.add(Dimension.flat(trait, TOTAL, codes(trait)));
    }
    LinkedTablesBuilder tables = LinkedTables.over(dimensions);
    tables.addAll(cells.values());
    DisclosureRules rules =
        new DisclosureRules(
            tier.minN(),
            tier.minNQuartiles(),
            tier.minNDeciles(),
            tier.dominance1(),
            tier.dominance2(),
            tier.pPercent(),
            false,
            tier.protectionShare(),
            tier.countProtection());
    withheld = Suppressor.suppress(tables.build(), rules, SuppressionRequest.NONE).withheld();
  }

  /** All is the sum of the steps, and a step that of its moves. */
  private Dimension steps() {
    Map<String, List<String>> byStep = new LinkedHashMap<>();
    for (String move : moves) {
      byStep.computeIfAbsent(stepOf(move), step -> new ArrayList<>()).add(move);
    }
    Dimension steps = Dimension.flat(STEP, TOTAL, List.copyOf(byStep.keySet()));
    for (Map.Entry<String, List<String>> step : byStep.entrySet()) {
      steps = steps.with(step.getKey(), step.getValue());
    }
    return steps;
  }

  private static String stepOf(String move) {
    String[] stars = move.split(">", -1);
    if (move.contains(UNKNOWN)) {
      return "CANNOT_TELL";
    }
    int change = Integer.compare(Integer.parseInt(stars[1]), Integer.parseInt(stars[0]));
    return change > 0 ? "RISE" : change < 0 ? "FALL" : "SAME";
  }

  /** Every level adds up to the nation, and a coarse level to a finer one that nests in it. */
  private Dimension regions(Engine engine, List<String> levels) {
    Dimension regions = new Dimension(REGION, TOTAL, List.of(), Dimension.Kind.PLACE);
    for (String level : levels) {
      regions = regions.with(TOTAL, codes(level));
      for (String finer : levels) {
        if (!finer.equals(level)) {
          for (Map.Entry<String, List<String>> parent : nested(engine, level, finer).entrySet()) {
            regions = regions.with(parent.getKey(), parent.getValue());
          }
        }
      }
    }
    return regions;
  }

  private List<String> codes(String dimension) {
    return places.values().stream()
        .filter(place -> place.dimension().equals(dimension))
        .map(
            place ->
                ImpactCounts.isTrait(dimension) ? place.code() : dimension + '/' + place.code())
        .toList();
  }

  /** Codes of the finer level by code of the coarser; none when they do not nest. */
  private static Map<String, List<String>> nested(Engine engine, String coarse, String fine) {
    Map<String, Set<String>> coarseOf = new TreeMap<>();
    Map<String, List<String>> nested = new TreeMap<>();
    ImpactStudy.read(
        engine,
        "select distinct coalesce(a.member_code, 'UNKNOWN') as coarse,"
            + " coalesce(b.member_code, 'UNKNOWN') as fine from impact_pair"
            + " left join region_member a on a.region_code = impact_pair.region_code"
            + " and a.region_level = '"
            + coarse
            + "' left join region_member b on b.region_code = impact_pair.region_code"
            + " and b.region_level = '"
            + fine
            + "' order by coarse, fine",
        rows -> {
          String parent = coarse + '/' + rows.textAt(0);
          String child = fine + '/' + rows.textAt(1);
          coarseOf.computeIfAbsent(child, c -> new TreeSet<>()).add(parent);
          return nested.computeIfAbsent(parent, p -> new ArrayList<>()).add(child);
        });
    Set<String> broken =
        coarseOf.values().stream()
            .filter(parents -> parents.size() > 1)
            .flatMap(Set::stream)
            .collect(Collectors.toSet());
    nested.keySet().removeAll(broken);
    return nested;
  }
}
