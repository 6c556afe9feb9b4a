package org.evenstar.stats.benchmark;

/** Sample quantiles by the numbering of Hyndman and Fan (1996), The American Statistician 50. */
public enum QuantileType {
  /** Inverse of the empirical distribution with averaging at jumps. */
  TYPE_2,
  /** Position {@code (n+1)p}: Weibull's; used by SPSS. */
  TYPE_6,
  /** Position {@code 1+(n-1)p}: R's default, Excel's, SQL's {@code percentile_cont}. */
  TYPE_7
}
