package org.evenstar.stats.benchmark;

import java.math.BigInteger;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.evenstar.stats.Distributions;
import org.evenstar.stats.Estimate;
import org.evenstar.stats.Status;

/**
 * Count, sum and sum of squares of fixed-point values, kept exactly.
 *
 * <p>Adding parts in any order gives the same bits, because nothing is rounded before the one
 * division at the end. Units: {@code sum} in fixed-point units (millionths for {@code *_micro}),
 * {@code sumOfSquares} in squared units.
 *
 * @param n number of values
 * @param sum their sum
 * @param sumOfSquares the sum of their squares
 */
public record Moments(long n, BigInteger sum, BigInteger sumOfSquares) {

  private static final int MANTISSA_BITS = 53;

  /** Bits of a quotient before it is rounded. */
  private static final int QUOTIENT_BITS = 66;

  /** The moments of no value. */
  public static final Moments NONE = new Moments(0, BigInteger.ZERO, BigInteger.ZERO);

  /** Refuses moments that no values can have. */
  public Moments {
    if (n < 0 || sumOfSquares.multiply(BigInteger.valueOf(n)).compareTo(sum.multiply(sum)) < 0) {
      throw new IllegalArgumentException(
          "Cannot make moments 'n=%d, sum=%s, squares=%s': no values have them; check their source"
              .formatted(n, sum, sumOfSquares));
    }
  }

  /** Moments whose sums fit in a long. */
  public static Moments of(long n, long sum, BigInteger sumOfSquares) {
    return new Moments(n, BigInteger.valueOf(sum), sumOfSquares);
  }

  /** The moments of the given fixed-point values. */
  public static Moments of(long[] values) {
    BigInteger sum = BigInteger.ZERO;
    BigInteger squares = BigInteger.ZERO;
    for (long value : values) {
      BigInteger big = BigInteger.valueOf(value);
      sum = sum.add(big);
      squares = squares.add(big.multiply(big));
    }
    return new Moments(values.length, sum, squares);
  }

  /** The moments of both groups together. */
  public Moments plus(Moments other) {
    return new Moments(n + other.n, sum.add(other.sum), sumOfSquares.add(other.sumOfSquares));
  }

  /**
   * The mean in whole units, {@code sum / (n · unit)}.
   *
   * @param unit fixed-point units in a whole one, such as 1,000,000
   * @return empty when n = 0
   */
  public OptionalDouble mean(long unit) {
    return n == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            quotient(sum, BigInteger.valueOf(n).multiply(BigInteger.valueOf(unit))));
  }

  /**
   * The sample variance in squared whole units, {@code (n Σx² - (Σx)²) / (n (n-1) unit²)}.
   *
   * @return empty when n &lt; 2; zero when all values are equal
   */
  public OptionalDouble variance(long unit) {
    if (n < 2) {
      return OptionalDouble.empty();
    }
    BigInteger count = BigInteger.valueOf(n);
    BigInteger square = BigInteger.valueOf(unit).pow(2);
    BigInteger divisor = count.multiply(BigInteger.valueOf(n - 1)).multiply(square);
    return OptionalDouble.of(
        quotient(count.multiply(sumOfSquares).subtract(sum.multiply(sum)), divisor));
  }

  /** The sample standard deviation in whole units; empty when n &lt; 2. */
  public OptionalDouble standardDeviation(long unit) {
    OptionalDouble variance = variance(unit);
    return variance.isPresent()
        ? OptionalDouble.of(Math.sqrt(variance.getAsDouble()))
        : OptionalDouble.empty();
  }

  /**
   * The mean with its t interval, {@code x̄ ± t(n-1) · √((1 - n/N) s²/n)}.
   *
   * <p>The finite-population correction {@code 1 - n/N} (Cochran 1977, section 2.8) is used when
   * the number of units {@code N} is known; with n = N the interval is the mean itself. At n = 0
   * the estimate is absent; at n = 1 there is a mean without interval ({@link Status#TOO_FEW});
   * equal values give an interval of width zero.
   *
   * @param unit fixed-point units in a whole one
   * @param confidence the confidence level
   * @param population the number of units there are, or empty when unknown
   */
  public Estimate meanInterval(long unit, double confidence, OptionalLong population) {
    if (n == 0) {
      return Estimate.absent(Status.NO_DATA);
    }
    double mean = mean(unit).getAsDouble();
    if (n == 1) {
      return Estimate.withoutInterval(mean, Status.TOO_FEW);
    }
    double unseen = population.isPresent() ? unseenShare(population.getAsLong()) : 1;
    double error = Math.sqrt(unseen * variance(unit).getAsDouble() / n);
    double reach = Distributions.tQuantile(0.5 + confidence / 2, n - 1.0) * error;
    return Estimate.of(mean, error, mean - reach, mean + reach);
  }

  private double unseenShare(long population) {
    if (population < n) {
      throw new IllegalArgumentException(
          "Cannot correct for population '%d': %d units were observed; correct the population file"
              .formatted(population, n));
    }
    return (double) (population - n) / population;
  }

  /** Nearest double; two whole numbers that doubles hold are divided by the processor. */
  private static double quotient(BigInteger dividend, BigInteger divisor) {
    if (dividend.bitLength() <= MANTISSA_BITS && divisor.bitLength() <= MANTISSA_BITS) {
      return dividend.doubleValue() / divisor.doubleValue();
    }
    int shift = QUOTIENT_BITS + divisor.bitLength() - dividend.bitLength();
    BigInteger[] parts = dividend.shiftLeft(Math.max(0, shift)).divideAndRemainder(divisor);
    // a bit far below the last one that counts says that there is more: rounding is then exact
    BigInteger whole = parts[1].signum() == 0 ? parts[0] : sticky(parts[0], dividend.signum());
    return Math.scalb(whole.doubleValue(), -Math.max(0, shift));
  }

  private static BigInteger sticky(BigInteger quotient, int sign) {
    return quotient.testBit(0) ? quotient : quotient.add(BigInteger.valueOf(sign));
  }
}
