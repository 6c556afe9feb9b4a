package org.evenstar.pipeline.calibrate;

import java.math.BigDecimal;
import java.util.Objects;
import org.evenstar.engine.Rows;
import org.evenstar.stats.benchmark.Moments;

/** Exact sums of millionths as the statistics want them: on 0…1. */
final class Sums {
  static final long MICRO = 1_000_000;

  private static final double LEAST_ROOM = 0.2;

  private Sums() {}

  /** Count, sum and sum of squares from a row's three columns. */
  static Moments moments(Rows rows, int at) {
    return Moments.of(rows.longAt(at), rows.longAt(at + 1), square(rows, at + 2));
  }

  private static java.math.BigInteger square(Rows rows, int column) {
    return new BigDecimal(text(rows, column)).toBigIntegerExact();
  }

  static double number(Rows rows, int column) {
    return new BigDecimal(text(rows, column)).doubleValue();
  }

  static String text(Rows rows, int column) {
    return Objects.requireNonNull(rows.textAt(column));
  }

  static double mean(Moments moments) {
    return moments.mean(MICRO).orElse(0);
  }

  static double deviation(Moments moments) {
    return moments.standardDeviation(MICRO).orElse(0);
  }

  /**
   * How much of a shift in severity shows in scores: 1 at the middle of the scale, less where most
   * get full marks (see score_expectation). At most a fivefold is allowed for.
   *
   * @param sumMicro sum over n of the mean room, in millionths
   */
  static double room(long sumMicro, long n) {
    return Math.max(LEAST_ROOM, (double) sumMicro / n / MICRO);
  }

  /** Standard error of a share, never 0: half a case is added to either side. */
  static double shareError(long cases, long n) {
    double share = (cases + 0.5) / (n + 1.0);
    return Math.sqrt(share * (1 - share) / n);
  }
}
