package org.evenstar.pipeline.impact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenstar.disclosure.CellKey;
import org.evenstar.engine.Engine;
import org.evenstar.schemas.config.LocalText;
import org.evenstar.schemas.config.Model;
import org.evenstar.schemas.config.RunConfig;
import org.jspecify.annotations.Nullable;

/** From pairs of dossiers, before and after, to counts that may be told. */
final class ImpactCounts {
  private static final String ALL = "all";
  private static final List<String> TRAITS =
      List.of("sector", "organisation_type", "applied_star", "body");

  private ImpactCounts() {}

  /** Whether a dimension is a trait rather than a level of regions. */
  static boolean isTrait(String dimension) {
    return TRAITS.contains(dimension);
  }

  /** Makes {@code impact_pair}: a current dossier under both models, and whether its star moves. */
  static void pair(Engine engine) {
    engine.create(
        "impact_pair",
        "select dossier.row_key, dossier.owner_code, dossier.region_code,"
            + " dossier.sector_id as sector, dossier.organisation_type, dossier.body_id as body,"
            + " coalesce(cast(dossier.applied_star as string), 'NONE') as applied_star,"
            + " former_dossier.recomputed_star as star_before,"
            + " dossier.recomputed_star as star_after,"
            + " former_dossier.value_micro as value_before,"
            + " coalesce(dossier.index_micro, dossier.total_micro) as value_after,"
            + " case when dossier.recomputed_star is null"
            + " or former_dossier.recomputed_star is null then 'CANNOT_TELL'"
            + " when dossier.recomputed_star > former_dossier.recomputed_star then 'RISE'"
            + " when dossier.recomputed_star < former_dossier.recomputed_star then 'FALL'"
            + " else 'SAME' end as step"
            + " from dossier inner join former_dossier"
            + " on former_dossier.row_key = dossier.row_key"
            + " where dossier.anchor_id is null and dossier.round_id is null");
  }

  /** Who rises and falls by one part alone. */
  static Impact.PartImpact part(ModelPart part, Engine engine, RunConfig config) {
    Map<String, Long> steps = new HashMap<>();
    ImpactStudy.read(
        engine,
        "select step, count(distinct owner_code), count(*) from impact_pair group by step",
        rows ->
            steps.put(
                String.valueOf(rows.textAt(0)),
                rows.longAt(1) < leastN(config) ? -1 : rows.longAt(2)));
    return new Impact.PartImpact(
        part.name().toLowerCase(java.util.Locale.ROOT), told(steps, "RISE"), told(steps, "FALL"));
  }

  private static Impact.Count told(Map<String, Long> steps, String step) {
    long n = steps.getOrDefault(step, 0L);
    return n < 0 ? Impact.Count.WITHHELD : Impact.Count.of(n);
  }

  private static long leastN(RunConfig config) {
    return config.disclosure().tier("association").minN();
  }

  /** A part that alone makes all the moves must not tell what is withheld of them together. */
  private static Impact.PartImpact notBeyond(Impact.PartImpact part, ImpactCells cells) {
    boolean isRiseTold = cells.count(ImpactCells.step(CellKey.ALL, "RISE")).n() != null;
    boolean isFallTold = cells.count(ImpactCells.step(CellKey.ALL, "FALL")).n() != null;
    return new Impact.PartImpact(
        part.part(),
        isRiseTold ? part.rise() : Impact.Count.WITHHELD,
        isFallTold ? part.fall() : Impact.Count.WITHHELD);
  }

  static Impact impact(
      Engine engine,
      RunConfig config,
      Model proposed,
      boolean isComparable,
      LocalDate asOf,
      List<Impact.PartImpact> parts) {
    List<String> levels = new ArrayList<>(config.benchmark().regionLevels());
    levels.remove("nation");
    ImpactCells cells =
        ImpactCells.of(engine, levels, TRAITS, config, stars(config.model(), proposed));
    Map<String, LocalText> names = names(engine);
    List<Impact.Group> groups = new ArrayList<>();
    for (Map.Entry<CellKey, ImpactCells.Place> place : cells.places().entrySet()) {
      groups.add(group(place.getKey(), place.getValue(), cells, names, isComparable));
    }
    groups.sort(
        Comparator.comparing((Impact.Group group) -> position(group.dimension(), levels))
            .thenComparing(Impact.Group::code));
    Model before = config.model();
    return new Impact(
        new Impact.ModelName(before.modelId(), before.version()),
        new Impact.ModelName(proposed.modelId(), proposed.version()),
        before.inferred() || proposed.inferred(),
        asOf.toString(),
        ImpactStudy.without(proposed, before),
        ImpactStudy.without(before, proposed),
        cells.count(CellKey.ALL),
        parts.stream().map(part -> notBeyond(part, cells)).toList(),
        moves(cells),
        groups,
        isComparable
            ? ImpactRanks.of(engine, levels, cells, names, config.benchmark())
            : List.of());
  }

  private static Set<Integer> stars(Model model, Model proposed) {
    Set<Integer> stars = new TreeSet<>();
    for (Model.StarRange range : List.of(model.stars(), proposed.stars())) {
      for (int star = range.lowest(); star <= range.highest(); star++) {
        stars.add(star);
      }
    }
    return stars;
  }

  private static int position(String dimension, List<String> levels) {
    List<String> order = new ArrayList<>(List.of(ALL));
    order.addAll(levels);
    order.addAll(TRAITS);
    return order.indexOf(dimension);
  }

  private static Map<String, LocalText> names(Engine engine) {
    Map<String, LocalText> names = new TreeMap<>();
    ImpactStudy.read(
        engine,
        "select kind, parent, code, name_zh, name_en from label"
            + " where kind in ('region', 'sector', 'organisation_type', 'body')",
        rows -> {
          String kind = String.valueOf(rows.textAt(0));
          String dimension = kind.equals("region") ? String.valueOf(rows.textAt(1)) : kind;
          return names.put(
              dimension + '/' + rows.textAt(2),
              new LocalText(String.valueOf(rows.textAt(3)), String.valueOf(rows.textAt(4))));
        });
    return names;
  }

  static @Nullable LocalText name(Map<String, LocalText> names, String dimension, String code) {
    return names.get(dimension + '/' + code);
  }

  private static Impact.Group group(
      CellKey key,
      ImpactCells.Place place,
      ImpactCells cells,
      Map<String, LocalText> names,
      boolean isComparable) {
    Impact.Count n = cells.count(key);
    return new Impact.Group(
        place.dimension(),
        place.code(),
        name(names, place.dimension(), place.code()),
        n,
        cells.count(ImpactCells.step(key, "RISE")),
        cells.count(ImpactCells.step(key, "SAME")),
        cells.count(ImpactCells.step(key, "FALL")),
        cells.count(ImpactCells.step(key, "CANNOT_TELL")),
        isComparable && n.n() != null ? cells.meanChange(key) : null);
  }

  private static List<Impact.StarMove> moves(ImpactCells cells) {
    List<Impact.StarMove> moves = new ArrayList<>();
    for (String move : cells.moves()) {
      String[] stars = move.split(">", -1);
      moves.add(
          new Impact.StarMove(
              star(stars[0]), star(stars[1]), cells.count(ImpactCells.step(CellKey.ALL, move))));
    }
    return moves;
  }

  private static @Nullable Integer star(String text) {
    return Objects.equals(text, ImpactCells.UNKNOWN) ? null : Integer.valueOf(text);
  }
}
