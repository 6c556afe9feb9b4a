package org.evenstar.pipeline.benchmark;

import java.util.OptionalDouble;
import org.evenstar.engine.Rows;

/**
 * A type-7 quantile from its two order statistics: x_(j) + g (x_(j+1) − x_(j)) with (n − 1) p = j +
 * g (Hyndman and Fan 1996). Positions are exact fractions, values exact millionths.
 */
final class QuantileCells {
  private QuantileCells() {}

  /**
   * @param n values in the cell, at least 1
   * @param numerator p = numerator / denominator
   * @param lower column of x_(j); the column after it holds x_(j+1), null when j is the last
   */
  static OptionalDouble quantile(Rows rows, long n, int numerator, int denominator, int lower) {
    long below = rows.longAt(lower);
    long between = (n - 1) * numerator % denominator;
    if (between == 0 || rows.isNull(lower + 1)) {
      return OptionalDouble.of(below / 1e6);
    }
    long above = rows.longAt(lower + 1);
    return OptionalDouble.of(
        (below * denominator + between * (above - below)) / (1e6 * denominator));
  }
}
