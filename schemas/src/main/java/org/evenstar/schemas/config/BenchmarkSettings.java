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
    List<List<String>> peerRules,
    String peerRuleVersion,
    int nearestN,
    int draws,
    @Nullable Long seed,
    String shrinkage,
    BigDecimal minCoverageShare,
    BigDecimal gapMargin,
    Sensitivity sensitivity) {

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
    peerRules = Lists.orEmpty(peerRules);
    peerRuleVersion = peerRuleVersion == null ? "1" : peerRuleVersion;
    nearestN = nearestN == 0 ? 20 : nearestN;
    draws = draws == 0 ? 2000 : draws;
    seed = seed == null ? Long.valueOf(20231201L) : seed;
    shrinkage = shrinkage == null ? "REML" : shrinkage;
    minCoverageShare = Lists.or(minCoverageShare, "0.30");
    gapMargin = Lists.or(gapMargin, "0.10");
    sensitivity = sensitivity == null ? Sensitivity.DEFAULT : sensitivity;
  }

  /**
   * What ranks are tried against; the first of each list is the model's own choice.
   *
   * @param concentration of the Dirichlet distribution around the model's weights: 100 moves a
   *     weight of 0.2 by about 0.04
   */
  public record Sensitivity(
      List<String> normalisations,
      List<String> aggregations,
      BigDecimal concentration,
      int draws,
      @Nullable Long seed) {
    static final Sensitivity DEFAULT =
        new Sensitivity(List.of(), List.of(), new BigDecimal("100"), 0, null);

    public Sensitivity {
      normalisations = orElse(normalisations, List.of("NONE", "MIN_MAX", "RANK"));
      aggregations = orElse(aggregations, List.of("ARITHMETIC", "GEOMETRIC"));
      concentration = Lists.or(concentration, "100");
      draws = draws == 0 ? 2000 : draws;
      seed = seed == null ? Long.valueOf(20231202L) : seed;
    }

    private static List<String> orElse(@Nullable List<String> list, List<String> otherwise) {
      return list == null || list.isEmpty() ? otherwise : List.copyOf(list);
    }
  }
}
