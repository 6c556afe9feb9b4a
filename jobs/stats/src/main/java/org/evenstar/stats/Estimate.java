package org.evenstar.stats;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A number with its uncertainty, or the reason why there is none.
 *
 * <p>A value without an interval is possible (one observation has a mean and no spread); the status
 * then says what the interval lacks. No component is ever NaN or infinite.
 *
 * @param status {@link Status#OK} when value and interval are both there
 * @param value the point estimate
 * @param standardError its standard error, where the method has one
 * @param interval its confidence interval, at the level the method documents
 */
public record Estimate(
    Status status,
    OptionalDouble value,
    OptionalDouble standardError,
    Optional<Interval> interval) {

  /** Refuses numbers that are not finite. */
  public Estimate {
    requireFinite(value);
    requireFinite(standardError);
  }

  /** An estimate with standard error and interval. */
  public static Estimate of(double value, double standardError, double lower, double upper) {
    return new Estimate(
        Status.OK,
        OptionalDouble.of(value),
        OptionalDouble.of(standardError),
        Optional.of(new Interval(lower, upper)));
  }

  /** An estimate whose interval does not come from a standard error. */
  public static Estimate of(double value, double lower, double upper) {
    return new Estimate(
        Status.OK,
        OptionalDouble.of(value),
        OptionalDouble.empty(),
        Optional.of(new Interval(lower, upper)));
  }

  /** An estimate with the normal interval {@code value ± z(confidence) · standardError}. */
  public static Estimate normal(double value, double standardError, double confidence) {
    double reach = Distributions.normalReach(confidence) * standardError;
    return of(value, standardError, value - reach, value + reach);
  }

  /** A value whose interval is missing for the stated reason. */
  public static Estimate withoutInterval(double value, Status reason) {
    return new Estimate(reason, OptionalDouble.of(value), OptionalDouble.empty(), Optional.empty());
  }

  /** No value, for the stated reason. */
  public static Estimate absent(Status reason) {
    if (reason.isOk()) {
      throw new IllegalArgumentException(
          "Cannot make absent estimate 'OK': an absence needs a reason; give another Status");
    }
    return new Estimate(reason, OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());
  }

  private static void requireFinite(OptionalDouble number) {
    if (number.isPresent() && !Double.isFinite(number.getAsDouble())) {
      throw new IllegalArgumentException(
          "Cannot make estimate '%s': it is not finite; report a Status instead"
              .formatted(number.getAsDouble()));
    }
  }
}
