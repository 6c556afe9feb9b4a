package org.evenstar.pipeline.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenstar.engine.Engine;
import org.evenstar.schemas.config.BenchmarkSettings;
import org.evenstar.schemas.config.LocalText;
import org.evenstar.stats.benchmark.RankIntervals;

/** Ranks of regions by mean index before, with their intervals, and after. */
final class ImpactRanks {
  private static final double CONFIDENCE = 0.95;
  private static final double UNIT = 1e6;

  private ImpactRanks() {}

  private record Region(String code, double before, double error, double after) {}

  /** Ranks of the regions whose counts may be told; fewer than two are not ranked. */
  static List<Impact.Rank> of(
      Engine engine,
      List<String> levels,
      ImpactCells cells,
      Map<String, LocalText> names,
      BenchmarkSettings settings) {
    List<Impact.Rank> ranks = new ArrayList<>();
    for (String level : levels) {
      List<Region> regions =
          regions(engine, level).stream()
              .filter(region -> cells.count(ImpactCells.region(level, region.code())).n() != null)
              .toList();
      if (regions.size() > 1) {
        ranks.addAll(ranks(level, regions, names, settings));
      }
    }
    return ranks;
  }

  private static List<Region> regions(Engine engine, String level) {
    return ImpactStudy.read(
        engine,
        "select region_member.member_code, cast(count(*) as double) as n, cast(sum(value_before) as"
            + " double) as sum_before, cast(sum(cast(value_before as decimal(19, 0)) *"
            + " cast(value_before as decimal(19, 0))) as double) as squares, cast(sum(value_after)"
            + " as double) as sum_after from impact_pair inner join region_member on"
            + " region_member.region_code = impact_pair.region_code and region_member.region_level"
            + " = '"
            + level
            + "' where value_before is not null and value_after is not null"
            + " group by region_member.member_code having count(*) > 1"
            + " order by region_member.member_code",
        rows -> {
          double n = rows.doubleAt(1);
          double mean = rows.doubleAt(2) / n;
          double variance = Math.max(0, rows.doubleAt(3) - n * mean * mean) / (n - 1);
          return new Region(
              String.valueOf(rows.textAt(0)),
              mean / UNIT,
              Math.sqrt(variance / n) / UNIT,
              rows.doubleAt(4) / n / UNIT);
        });
  }

  private static List<Impact.Rank> ranks(
      String level,
      List<Region> regions,
      Map<String, LocalText> names,
      BenchmarkSettings settings) {
    double[] errors = regions.stream().mapToDouble(Region::error).toArray();
    RankIntervals before =
        RankIntervals.simulate(
            regions.stream().mapToDouble(Region::before).toArray(),
            errors,
            CONFIDENCE,
            settings.draws(),
            settings.seed());
    List<Impact.Rank> ranks = new ArrayList<>();
    for (int i = 0; i < regions.size(); i++) {
      Region region = regions.get(i);
      long above = regions.stream().filter(other -> other.after() > region.after()).count();
      int after = (int) above + 1;
      ranks.add(
          new Impact.Rank(
              level,
              region.code(),
              ImpactCounts.name(names, level, region.code()),
              before.rank()[i],
              before.lower()[i],
              before.upper()[i],
              after,
              after < before.lower()[i] || after > before.upper()[i]));
    }
    return ranks;
  }
}
