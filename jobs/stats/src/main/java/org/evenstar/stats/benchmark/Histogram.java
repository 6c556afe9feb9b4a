package org.evenstar.stats.benchmark;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Counts of fixed-point values: an exact summary from which every quantile, share and moment of a
 * group follows, and which merges over parts without loss.
 *
 * <p>The arrays are copied; {@code values} ascend strictly and every count is positive.
 */
public final class Histogram {

  private static final Histogram EMPTY = new Histogram(new long[0], new long[0]);

  private final long[] values;
  private final long[] cumulative;

  private Histogram(long[] values, long[] counts) {
    this.values = values;
    this.cumulative = counts;
    Arrays.parallelPrefix(cumulative, Math::addExact);
  }

  /** The histogram of nothing. */
  public static Histogram empty() {
    return EMPTY;
  }

  /**
   * A histogram of distinct values and how often each occurs.
   *
   * @param values distinct fixed-point values in ascending order
   * @param counts how often each occurs, positive
   */
  public static Histogram of(long[] values, long[] counts) {
    if (values.length != counts.length) {
      throw new IllegalArgumentException(
          "Cannot make histogram of '%d values and %d counts': they must pair; give one count a value"
              .formatted(values.length, counts.length));
    }
    for (int i = 0; i < values.length; i++) {
      if (counts[i] <= 0 || (i > 0 && values[i] <= values[i - 1])) {
        throw new IllegalArgumentException(
            "Cannot make histogram at value '%d' with count '%d': values ascend, counts are positive; group and sort first"
                .formatted(values[i], counts[i]));
      }
    }
    return new Histogram(values.clone(), counts.clone());
  }

  /** The histogram of values in any order, with ties. */
  public static Histogram ofValues(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    long[] distinct = new long[sorted.length];
    long[] counts = new long[sorted.length];
    int used = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        distinct[used++] = sorted[i];
      }
      counts[used - 1]++;
    }
    return new Histogram(Arrays.copyOf(distinct, used), Arrays.copyOf(counts, used));
  }

  /** The histogram of both groups together. */
  public Histogram plus(Histogram other) {
    int total = values.length + other.values.length;
    long[] merged = new long[total];
    long[] counts = new long[total];
    int used = 0;
    int left = 0;
    int right = 0;
    while (left < values.length || right < other.values.length) {
      boolean takesLeft =
          right == other.values.length
              || (left < values.length && values[left] <= other.values[right]);
      boolean takesRight =
          left == values.length
              || (right < other.values.length && other.values[right] <= values[left]);
      merged[used] = takesLeft ? values[left] : other.values[right];
      counts[used++] = (takesLeft ? count(left++) : 0) + (takesRight ? other.count(right++) : 0);
    }
    return new Histogram(Arrays.copyOf(merged, used), Arrays.copyOf(counts, used));
  }

  /** How many values were counted. */
  public long n() {
    return cumulative.length == 0 ? 0 : cumulative[cumulative.length - 1];
  }

  /** How many counted values are below {@code value}. */
  public long countBelow(long value) {
    int index = Arrays.binarySearch(values, value);
    int first = index >= 0 ? index : -index - 1;
    return first == 0 ? 0 : cumulative[first - 1];
  }

  /** How many counted values equal {@code value}. */
  public long countOf(long value) {
    int index = Arrays.binarySearch(values, value);
    return index < 0 ? 0 : count(index);
  }

  /** The exact moments of the counted values. */
  public Moments moments() {
    BigInteger sum = BigInteger.ZERO;
    BigInteger squares = BigInteger.ZERO;
    for (int i = 0; i < values.length; i++) {
      BigInteger value = BigInteger.valueOf(values[i]);
      BigInteger total = value.multiply(BigInteger.valueOf(count(i)));
      sum = sum.add(total);
      squares = squares.add(total.multiply(value));
    }
    return new Moments(n(), sum, squares);
  }

  /**
   * The type-7 quantile at {@code numerator / denominator} in fixed-point units, rounded half up.
   *
   * <p>Position {@code (n-1)p} is a fraction of integers, so the interpolation is exact before that
   * one rounding (half towards positive infinity).
   *
   * @param numerator of p, 0 to {@code denominator}
   * @param denominator of p, positive: 1/4 for the lower quartile, 9/10 for the ninth decile
   * @return empty when nothing was counted
   */
  public OptionalLong quantile(int numerator, int denominator) {
    Position at = position(numerator, denominator);
    if (n() == 0) {
      return OptionalLong.empty();
    }
    BigInteger gap = BigInteger.valueOf(at.high - at.low).multiply(BigInteger.valueOf(at.part));
    BigInteger twice = BigInteger.valueOf(2L * denominator);
    BigInteger step = gap.shiftLeft(1).add(BigInteger.valueOf(denominator)).divide(twice);
    return OptionalLong.of(Math.addExact(at.low, step.longValueExact()));
  }

  /**
   * The type-7 quantile at {@code numerator / denominator} in whole units, not rounded to the fixed
   * point: what {@code percentile_cont} gives, save for its order of operations.
   *
   * @param unit fixed-point units in a whole one
   */
  public OptionalDouble quantile(int numerator, int denominator, long unit) {
    Position at = position(numerator, denominator);
    if (n() == 0) {
      return OptionalDouble.empty();
    }
    double part = (double) at.part / denominator;
    return OptionalDouble.of((at.low + part * (at.high - at.low)) / unit);
  }

  private Position position(int numerator, int denominator) {
    if (denominator <= 0 || numerator < 0 || numerator > denominator) {
      throw new IllegalArgumentException(
          "Cannot take quantile at '%d/%d': it is outside [0, 1]; give a share"
              .formatted(numerator, denominator));
    }
    if (n() == 0) {
      return new Position(0, 0, 0);
    }
    BigInteger scaled = BigInteger.valueOf(n() - 1).multiply(BigInteger.valueOf(numerator));
    BigInteger[] split = scaled.divideAndRemainder(BigInteger.valueOf(denominator));
    long index = split[0].longValueExact();
    return new Position(
        valueAt(index), valueAt(Math.min(index + 1, n() - 1)), split[1].longValueExact());
  }

  /** The value at 0-based {@code rank} among all counted values in ascending order. */
  private long valueAt(long rank) {
    int index = Arrays.binarySearch(cumulative, rank + 1);
    return values[index >= 0 ? index : -index - 1];
  }

  private long count(int index) {
    return index == 0 ? cumulative[0] : cumulative[index] - cumulative[index - 1];
  }

  /** The two values around a quantile and the part of their gap to go, over the denominator. */
  private record Position(long low, long high, long part) {}
}
