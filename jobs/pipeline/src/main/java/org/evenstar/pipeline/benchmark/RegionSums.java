package org.evenstar.pipeline.benchmark;

import java.util.Map;
import org.evenstar.stats.benchmark.Moments;

/**
 * A region's exact sums of one measure.
 *
 * @param strata by stratum of the case mix
 * @param total over all strata
 */
record RegionSums(CellKeys.Region region, Map<Long, Moments> strata, Moments total) {

  RegionSums(CellKeys.Region region, Map<Long, Moments> strata) {
    this(region, strata, strata.values().stream().reduce(Moments.NONE, Moments::plus));
  }

  /** The moments of the given strata, none where the region has none. */
  Moments[] over(Iterable<Long> order, int size) {
    Moments[] moments = new Moments[size];
    int i = 0;
    for (long stratum : order) {
      moments[i++] = strata.getOrDefault(stratum, Moments.NONE);
    }
    return moments;
  }
}
