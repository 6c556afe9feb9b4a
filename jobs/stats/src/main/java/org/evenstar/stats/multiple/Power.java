package org.evenstar.stats.multiple;

import org.evenstar.stats.Distributions;

/**
 * What a two-sided normal test can see. The far tail is counted, so power at effect 0 is α.
 *
 * <p>Reference: Cohen (1988), chapter 2; the smallest detectable effect is {@code (z(1-α/2) +
 * z(power)) se}, exact to the far tail, which is below 1e-4 of the power at 0.8.
 */
public final class Power {

  private Power() {}

  /**
   * The chance that the test at level {@code alpha} sees an effect.
   *
   * @param effect the true effect
   * @param standardError the standard error of its estimate, positive
   */
  public static double of(double effect, double standardError, double alpha) {
    double shift = Math.abs(effect) / requirePositive(standardError);
    double critical = Distributions.normalReach(1 - alpha);
    return Distributions.normalCdf(shift - critical) + Distributions.normalCdf(-shift - critical);
  }

  /** The smallest effect seen with the wanted power, in the unit of the standard error. */
  public static double smallestDetectable(double standardError, double alpha, double power) {
    return (Distributions.normalReach(1 - alpha) + Distributions.normalQuantile(power))
        * requirePositive(standardError);
  }

  /**
   * How many observations are needed to see an effect.
   *
   * @param effect the effect to be seen, not 0
   * @param standardDeviation the spread of one observation, positive
   */
  public static long observationsFor(
      double effect, double standardDeviation, double alpha, double power) {
    double ratio =
        smallestDetectable(standardDeviation, alpha, power) / requirePositive(Math.abs(effect));
    return Math.max(2, (long) Math.ceil(ratio * ratio));
  }

  private static double requirePositive(double number) {
    if (!(number > 0)) {
      throw new IllegalArgumentException(
          "Cannot compute power with '%s': it is not positive; report NOT_COMPUTED instead"
              .formatted(number));
    }
    return number;
  }
}
