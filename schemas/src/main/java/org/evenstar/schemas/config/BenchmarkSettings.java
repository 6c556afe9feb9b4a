package org.evenstar.schemas.config;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** benchmark.json: which cells are computed and how small regions are treated. */
public record BenchmarkSettings(
    List<List<String>> cuts,
    List<String> periods,
    List<String> regionLevels,
    List<String> measures,
    @Nullable Boolean deciles,
    int minPeers,
    int draws,
    @Nullable Long seed,
    String shrinkage,
    BigDecimal minCoverageShare,
    BigDecimal gapMargin) {

  private static final List<List<String>> CUTS =
      List.of(
          List.of("region"),
          List.of("sector"),
          List.of("organisation_type"),
          List.of("applied_star"),
          List.of("awarded_star"),
          List.of("region", "sector"),
          List.of("region", "organisation_type"),
          List.of("region", "awarded_star"),
          List.of("sector", "organisation_type"),
          List.of("sector", "awarded_star"));

  public BenchmarkSettings {
    cuts = cuts == null ? CUTS : List.copyOf(cuts);
    periods = periods == null ? List.of("all", "year", "quarter") : List.copyOf(periods);
    regionLevels =
        regionLevels == null
            ? List.of("nation", "unit37", "province", "prefecture", "region")
            : List.copyOf(regionLevels);
    measures =
        measures == null
            ? List.of("star", "recomputed", "index", "total", "domain", "indicator")
            : List.copyOf(measures);
    deciles = deciles == null ? Boolean.TRUE : deciles;
    minPeers = minPeers == 0 ? 10 : minPeers;
    draws = draws == 0 ? 2000 : draws;
    seed = seed == null ? Long.valueOf(20231201L) : seed;
    shrinkage = shrinkage == null ? "REML" : shrinkage;
    minCoverageShare = Lists.or(minCoverageShare, "0.30");
    gapMargin = Lists.or(gapMargin, "0.10");
  }
}
