package org.evenstar.stats.drift;

import java.util.SplittableRandom;
import org.evenstar.stats.Status;

/**
 * Whether the recent mean of a series of period means has left the mean of the whole series.
 *
 * <p>{@code e_t = λ x_t + (1-λ) e_{t-1}}, {@code e_0 = x̄} (Roberts 1959, Technometrics 1), for
 * periods of unequal counts: with weights {@code w_i = λ (1-λ)^{t-i}}, {@code e_t - x̄ = Σ w_i (x_i
 * - x̄)} has variance {@code σ² (Σ w_i²/n_i - (Σ w_i)²/N)} when nothing changes, and {@code z_t} is
 * their ratio. No baseline period has to be trusted: x̄ is that of all periods, and σ the larger of
 * the spread given and of what successive differences show, as in {@link ChangePoint}.
 *
 * <p>The greatest |z_t| is held to its distribution over a run of as many periods of the same
 * counts, by seeded simulation of normal values: the run length is calibrated with x̄ and σ
 * estimated anew in each draw. Draws end at {@value #ENOUGH} that reach it (Besag and Clifford
 * 1991, Biometrika 78), so that series where nothing happens cost little. Fewer than four periods:
 * TOO_FEW; no spread: NO_VARIATION.
 *
 * @param status OK, NO_DATA, TOO_FEW or NO_VARIATION
 * @param z z_t by period
 * @param at index of the period with the greatest |z_t|
 * @param since index of the period from which on, up to {@code at}, the mean stands out most from
 *     that of all other periods
 * @param difference mean of the periods from {@code since} to {@code at} less that of all others
 * @param error its standard error, as if the periods had been known
 * @param probability of a |z_t| so great within as many periods; 1 when not computed
 * @param draws simulated
 */
@SuppressWarnings("ArrayRecordComponent") // columns out, by design of this module
public record EwmaDrift(
    Status status,
    double[] z,
    int at,
    int since,
    double difference,
    double error,
    double probability,
    int draws) {

  /** Draws that reach the greatest |z_t| after which no more are needed. */
  static final int ENOUGH = 20;

  /**
   * Looks for a recent change.
   *
   * @param counts values behind each period's mean, at least 1
   * @param means the mean of each period, in time order
   * @param within standard deviation of one value within periods
   * @param lambda weight of the newest period, in (0, 1]
   * @param mostDraws series to simulate at most, which bounds the least probability
   * @param seed of the simulation
   */
  public static EwmaDrift of(
      long[] counts, double[] means, double within, double lambda, int mostDraws, long seed) {
    EwmaSeries series = new EwmaSeries(counts, lambda);
    if (means.length != counts.length) {
      throw new IllegalArgumentException(
          "Cannot smooth '%d means of %d counts': they must pair; give one of each"
              .formatted(means.length, counts.length));
    }
    if (means.length < ChangePoint.LEAST_PERIODS) {
      return none(means.length == 0 ? Status.NO_DATA : Status.TOO_FEW, means.length);
    }
    double spread = Math.max(within, ChangePoint.successive(counts, means));
    if (!(spread > 0)) {
      return none(Status.NO_VARIATION, means.length);
    }
    double[] z = series.standardised(means, spread);
    int at = greatest(z);
    Tail tail = tail(series, Math.abs(z[at]), mostDraws, seed);
    Span span = span(counts, means, at, Math.signum(z[at]));
    return new EwmaDrift(
        Status.OK,
        z,
        at,
        span.since(),
        span.difference(),
        spread * span.unit(),
        tail.probability(),
        tail.draws());
  }

  /**
   * Periods up to the one of the greatest |z_t|.
   *
   * @param difference mean of the periods less that of all others
   * @param unit its standard error for values of spread 1
   */
  private record Span(int since, double difference, double unit) {}

  /** The span that stands out most from all other periods, on the side of z_t. */
  private static Span span(long[] counts, double[] means, int at, double side) {
    double all = 0;
    double sum = 0;
    for (int t = 0; t < counts.length; t++) {
      all += counts[t];
      sum += counts[t] * means[t];
    }
    Span best = new Span(at, 0, 0);
    double highest = Double.NEGATIVE_INFINITY;
    double within = 0;
    double sumWithin = 0;
    for (int since = at; since >= 0 && within + counts[since] < all; since--) {
      within += counts[since];
      sumWithin += counts[since] * means[since];
      double difference = sumWithin / within - (sum - sumWithin) / (all - within);
      double unit = Math.sqrt(1 / within + 1 / (all - within));
      if (side * difference / unit > highest) {
        highest = side * difference / unit;
        best = new Span(since, difference, unit);
      }
    }
    return best;
  }

  private record Tail(double probability, int draws) {}

  private static Tail tail(EwmaSeries series, double height, int mostDraws, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int reached = 0;
    for (int draw = 1; draw <= mostDraws; draw++) {
      if (series.simulatedHeight(random) >= height) {
        reached++;
      }
      if (reached == ENOUGH) {
        return new Tail((double) reached / draw, draw);
      }
    }
    return new Tail((reached + 1.0) / (mostDraws + 1.0), mostDraws);
  }

  static int greatest(double[] z) {
    int at = 0;
    for (int t = 1; t < z.length; t++) {
      if (Math.abs(z[t]) > Math.abs(z[at])) {
        at = t;
      }
    }
    return at;
  }

  private static EwmaDrift none(Status status, int periods) {
    return new EwmaDrift(status, new double[periods], 0, 0, 0, 0, 1, 0);
  }
}
