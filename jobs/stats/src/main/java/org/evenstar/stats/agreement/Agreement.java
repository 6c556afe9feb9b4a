package org.evenstar.stats.agreement;

import java.util.OptionalDouble;
import org.evenstar.stats.Distributions;
import org.evenstar.stats.Estimate;
import org.evenstar.stats.Status;

/**
 * A coefficient of agreement with what it is made of.
 *
 * @param estimate the coefficient, its standard error and interval, or why there is none
 * @param observed weighted share of agreement; empty when no institution has two ratings
 * @param expected the share expected by chance, as the coefficient defines chance
 * @param n institutions with at least two ratings
 */
public record Agreement(
    Estimate estimate, OptionalDouble observed, OptionalDouble expected, long n) {

  /** Chance agreement this near to 1 leaves nothing to be agreed on. */
  static final double NO_ROOM = 1e-12;

  static Agreement absent(Status status, long n) {
    return new Agreement(
        Estimate.absent(status), OptionalDouble.empty(), OptionalDouble.empty(), n);
  }

  static Agreement undefined(double observed, double expected, long n) {
    return new Agreement(
        Estimate.absent(Status.NO_VARIATION),
        OptionalDouble.of(observed),
        OptionalDouble.of(expected),
        n);
  }

  static Agreement of(Estimate estimate, double observed, double expected, long n) {
    return new Agreement(estimate, OptionalDouble.of(observed), OptionalDouble.of(expected), n);
  }

  /** A t interval over institutions, cut at ±1 where the coefficient lies within. */
  static Estimate interval(double value, double error, double df, double confidence) {
    double reach = Distributions.tQuantile(0.5 + confidence / 2, df) * error;
    double lower = value >= -1 ? Math.max(-1, value - reach) : value - reach;
    return Estimate.of(value, error, lower, Math.min(1, value + reach));
  }
}
