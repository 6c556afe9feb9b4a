package org.evenstar.stats.agreement;

import java.util.OptionalDouble;
import org.evenstar.stats.Distributions;
import org.evenstar.stats.Estimate;
import org.evenstar.stats.Status;

/**
 * Limits of agreement of two bodies' scores (Bland and Altman 1986, Lancet; 1999, Stat. Methods
 * Med. Res. 8).
 *
 * <p>Bias {@code d̄}, limits {@code d̄ ± 1.96 s}; {@code se(limit) = √(3 s²/n)} as in 1986, t
 * intervals. The slope is the regression of the difference on the mean: a bias that grows with
 * quality. No pair: NO_OVERLAP; one: the bias alone, TOO_FEW; fewer than 3 or equal means: no
 * slope.
 *
 * @param n pairs
 * @param bias mean of first minus second
 * @param standardDeviation of the differences
 * @param lowerLimit with its interval
 * @param upperLimit with its interval
 * @param slope of the difference on the mean
 * @param slopeProbability two-sided
 */
public record BlandAltman(
    int n,
    Estimate bias,
    OptionalDouble standardDeviation,
    Estimate lowerLimit,
    Estimate upperLimit,
    OptionalDouble slope,
    OptionalDouble slopeProbability) {

  /**
   * Compares two columns of scores.
   *
   * @param first scores of one body; NaN marks a missing score
   * @param second scores of the other on the same institutions
   */
  public static BlandAltman of(double[] first, double[] second, double confidence) {
    int n = 0;
    double sum = 0;
    double middle = 0;
    for (int i = 0; i < first.length; i++) {
      if (!Double.isNaN(first[i] - second[i])) {
        n++;
        sum += first[i] - second[i];
        middle += (first[i] + second[i]) / 2;
      }
    }
    if (n < 2) {
      Status status = n == 0 ? Status.NO_OVERLAP : Status.TOO_FEW;
      Estimate none = Estimate.absent(status);
      Estimate bias = n == 0 ? none : Estimate.withoutInterval(sum, status);
      return new BlandAltman(
          n,
          bias,
          OptionalDouble.empty(),
          none,
          none,
          OptionalDouble.empty(),
          OptionalDouble.empty());
    }
    double mean = sum / n;
    middle /= n;
    double squares = 0;
    double spread = 0;
    double products = 0;
    for (int i = 0; i < first.length; i++) {
      double difference = first[i] - second[i];
      if (!Double.isNaN(difference)) {
        double x = (first[i] + second[i]) / 2 - middle;
        squares += (difference - mean) * (difference - mean);
        spread += x * x;
        products += x * (difference - mean);
      }
    }
    double sd = Math.sqrt(squares / (n - 1));
    double reach = Distributions.normalReach(0.95) * sd;
    double error = sd / Math.sqrt(n);
    OptionalDouble slope = OptionalDouble.empty();
    OptionalDouble probability = OptionalDouble.empty();
    if (n > 2 && spread > 0) {
      double steepness = products / spread;
      double residual = Math.max(0, squares - steepness * products);
      slope = OptionalDouble.of(steepness);
      probability =
          OptionalDouble.of(
              residual == 0
                  ? (steepness == 0 ? 1 : 0)
                  : Distributions.tTwoSided(
                      steepness / Math.sqrt(residual / (n - 2) / spread), n - 2.0));
    }
    return new BlandAltman(
        n,
        student(mean, error, n, confidence),
        OptionalDouble.of(sd),
        student(mean - reach, Math.sqrt(3) * error, n, confidence),
        student(mean + reach, Math.sqrt(3) * error, n, confidence),
        slope,
        probability);
  }

  private static Estimate student(double value, double error, int n, double confidence) {
    double reach = Distributions.tQuantile(0.5 + confidence / 2, n - 1.0) * error;
    return Estimate.of(value, error, value - reach, value + reach);
  }
}
