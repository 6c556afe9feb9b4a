package org.evenstar.stats.agreement;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.evenstar.stats.Distributions;
import org.evenstar.stats.Estimate;
import org.evenstar.stats.benchmark.Quantiles;

/**
 * Intervals of a statistic of ratings by resampling institutions.
 *
 * <p>Up to {@value #MANY} institutions: the percentile bootstrap (Efron 1979). Beyond, where
 * resampling costs more and adds nothing: the delete-one jackknife over patterns with a normal
 * interval (Efron and Stein 1981), the same to the second digit at that size.
 */
public final class Resampling {

  static final int MANY = 20_000;

  private Resampling() {}

  /**
   * The estimate with its interval; resamples in which the statistic is undefined are left out.
   *
   * @param ratings the institutions, at least two
   * @param statistic computed from counts of patterns
   * @param value of the statistic on all of them
   */
  public static Estimate of(
      Ratings ratings,
      Function<Ratings, OptionalDouble> statistic,
      double value,
      double confidence,
      int draws,
      long seed) {
    return ratings.n() <= MANY
        ? bootstrap(ratings, statistic, value, confidence, draws, seed)
        : jackknife(ratings, statistic, value, confidence);
  }

  private static Estimate bootstrap(
      Ratings ratings,
      Function<Ratings, OptionalDouble> statistic,
      double value,
      double confidence,
      int draws,
      long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = (int) ratings.n();
    int[] patternOf = new int[n];
    int filled = 0;
    for (int p = 0; p < ratings.patterns(); p++) {
      int end = filled + (int) ratings.count(p);
      Arrays.fill(patternOf, filled, end, p);
      filled = end;
    }
    double[] values = new double[draws];
    int used = 0;
    for (int draw = 0; draw < draws; draw++) {
      long[] counts = new long[ratings.patterns()];
      for (int i = 0; i < n; i++) {
        counts[patternOf[random.nextInt(n)]]++;
      }
      OptionalDouble drawn = statistic.apply(ratings.withCounts(counts));
      if (drawn.isPresent()) {
        values[used++] = drawn.getAsDouble();
      }
    }
    double[] sorted = Arrays.copyOf(values, used);
    Arrays.sort(sorted);
    double tail = (1 - confidence) / 2;
    double lower = Quantiles.of(sorted, tail).orElse(value);
    double upper = Quantiles.of(sorted, 1 - tail).orElse(value);
    return Estimate.of(value, spread(sorted), Math.min(lower, value), Math.max(upper, value));
  }

  private static Estimate jackknife(
      Ratings ratings,
      Function<Ratings, OptionalDouble> statistic,
      double value,
      double confidence) {
    long n = ratings.n();
    long[] counts = new long[ratings.patterns()];
    for (int p = 0; p < counts.length; p++) {
      counts[p] = ratings.count(p);
    }
    double sum = 0;
    double squares = 0;
    for (int p = 0; p < counts.length; p++) {
      counts[p]--;
      double shift = statistic.apply(ratings.withCounts(counts)).orElse(value) - value;
      counts[p]++;
      sum += counts[p] * shift;
      squares += counts[p] * shift * shift;
    }
    double error = Math.sqrt(Math.max(0, squares - sum * sum / n) * (n - 1.0) / n);
    double reach = Distributions.normalReach(confidence) * error;
    return Estimate.of(value, error, value - reach, Math.min(1, value + reach));
  }

  private static double spread(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
  }
}
