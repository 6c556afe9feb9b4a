package org.evenstar.pipeline.benchmark;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.evenstar.schemas.config.BenchmarkSettings;
import org.evenstar.stats.benchmark.Moments;
import org.evenstar.stats.benchmark.RankIntervals;
import org.evenstar.stats.benchmark.Shrinkage;
import org.evenstar.stats.benchmark.Standardisation;
import org.evenstar.stats.benchmark.TauEstimator;
import org.jspecify.annotations.Nullable;

/**
 * The regions of one level, side by side: raw means, means shrunken towards their common mean,
 * ranks with intervals by simulation, and means at the nation's case mix.
 *
 * <p>Sampling variances are pooled over the level (s²/n), which small regions need. Where nothing
 * varies there is nothing to shrink, and the status says so.
 */
final class RegionEstimates {
  private static final Map<String, TauEstimator> METHODS =
      Map.of(
          "DL", TauEstimator.DERSIMONIAN_LAIRD,
          "PM", TauEstimator.PAULE_MANDEL,
          "REML", TauEstimator.REML);

  private final List<RegionSums> regions;
  private final Set<Long> strata;
  private final Moments[] nation;
  private final String method;
  private final double[] variances;
  private final @Nullable Shrinkage shrinkage;
  private final @Nullable RankIntervals ranks;

  /**
   * @param regions of one level, at least one
   * @param nation moments by stratum
   */
  RegionEstimates(List<RegionSums> regions, Map<Long, Moments> nation, BenchmarkSettings settings) {
    this.regions = regions;
    this.strata = nation.keySet();
    this.nation = nation.values().toArray(Moments[]::new);
    this.method = settings.shrinkage();
    long[] n = regions.stream().mapToLong(r -> r.total().n()).toArray();
    double[] means = regions.stream().mapToDouble(r -> mean(r)).toArray();
    double[] own =
        regions.stream()
            .mapToDouble(r -> r.total().variance(BenchmarkStage.UNIT).orElse(0))
            .toArray();
    this.variances = Shrinkage.pooledVariances(n, own);
    this.shrinkage =
        variances.length == 0
            ? null
            : Shrinkage.of(means, variances, METHODS.getOrDefault(method, TauEstimator.REML));
    this.ranks =
        shrinkage == null
            ? null
            : RankIntervals.simulate(
                shrinkage.estimates(),
                shrinkage.errors(),
                BenchmarkStage.CONFIDENCE,
                settings.draws(),
                settings.seed());
  }

  private static double mean(RegionSums region) {
    return region.total().mean(BenchmarkStage.UNIT).orElseThrow();
  }

  int size() {
    return regions.size();
  }

  /** Sets the columns of a region's row. */
  void write(int i, TableRow out) {
    RegionSums region = regions.get(i);
    out.text("region_level", region.region().level());
    out.text("region_code", region.region().code());
    out.whole("n", region.total().n());
    out.number("raw_mean", OptionalDouble.of(mean(region)));
    standardised(region, out);
    if (shrinkage == null || ranks == null) {
      out.text("obs_status", "NOT_ENOUGH");
      out.text("reason", "NO_VARIATION");
      return;
    }
    out.number("raw_se", OptionalDouble.of(Math.sqrt(variances[i])));
    out.number("shrunken_mean", OptionalDouble.of(shrinkage.estimates()[i]));
    out.number("shrunken_se", OptionalDouble.of(shrinkage.errors()[i]));
    out.number("tau2", OptionalDouble.of(shrinkage.tau2()));
    out.text("method", method);
    out.whole("rank", ranks.rank()[i]);
    out.whole("rank_lo", ranks.lower()[i]);
    out.whole("rank_hi", ranks.upper()[i]);
    out.whole("n_ranked", regions.size());
    out.number("distinguishable_share", OptionalDouble.of(ranks.distinguishableShare()));
    out.text("obs_status", shrinkage.status().isOk() ? "OK" : "NOT_ENOUGH");
    if (!shrinkage.status().isOk()) {
      out.text("reason", shrinkage.status().name());
    }
  }

  private void standardised(RegionSums region, TableRow out) {
    Standardisation at =
        Standardisation.of(
            region.over(strata, nation.length),
            nation,
            BenchmarkStage.UNIT,
            BenchmarkStage.CONFIDENCE);
    out.number("standardised_mean", at.standardised().value());
    out.interval("standardised", at.standardised());
    out.number("covered_share", OptionalDouble.of(at.coveredShare()));
    out.number("mix_effect", OptionalDouble.of(at.mix()));
    out.number("rate_effect", OptionalDouble.of(at.rate()));
    out.number("unmatched_effect", OptionalDouble.of(at.unmatched()));
  }
}
