package org.evenstar.stats.sensitivity;

import java.util.Arrays;

/** How a domain's scores are put on [0, 1] before they are aggregated. */
public enum Normalisation {
  /** As they are. */
  NONE {
    @Override
    double[] apply(double[] scores) {
      return scores.clone();
    }
  },
  /** The lowest region to 0, the highest to 1; equal scores to one half. */
  MIN_MAX {
    @Override
    double[] apply(double[] scores) {
      double low = Arrays.stream(scores).min().orElse(0);
      double range = Arrays.stream(scores).max().orElse(0) - low;
      return Arrays.stream(scores).map(x -> range == 0 ? 0.5 : (x - low) / range).toArray();
    }
  },
  /** Share of regions below, ties by halves. */
  RANK {
    @Override
    double[] apply(double[] scores) {
      double[] sorted = scores.clone();
      Arrays.sort(sorted);
      return Arrays.stream(scores)
          .map(
              x -> {
                long below = Arrays.stream(sorted).filter(y -> y < x).count();
                long equal = Arrays.stream(sorted).filter(y -> y == x).count();
                return (below + equal / 2.0) / sorted.length;
              })
          .toArray();
    }
  };

  abstract double[] apply(double[] scores);
}
