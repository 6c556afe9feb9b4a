package org.evenstar.stats.severity;

/**
 * How well a set of ratings fits the model. Expected value of both mean squares is 1; above is
 * noisier than the model, below is more predictable.
 *
 * <p>{@code infit = sum (x-E)^2 / sum V}, {@code outfit = mean (x-E)^2/V}, standardised by Wilson
 * and Hilferty: {@code (MS^(1/3) - 1) 3/q + q/3} with {@code q^2 = sum (K4 - V^2) / (sum V)^2} for
 * infit and {@code sum (K4/V^2) / n^2 - 1/n} for outfit, K4 the fourth central moment (Wright and
 * Masters 1982). Zero ratings give mean squares of 1 and z of 0.
 *
 * @param n ratings
 * @param observedAverage mean category
 * @param expectedAverage mean expected category
 * @param infit information-weighted mean square
 * @param outfit unweighted mean square
 * @param infitZ infit as a standard normal deviate
 * @param outfitZ outfit as a standard normal deviate
 */
public record FitStatistics(
    long n,
    double observedAverage,
    double expectedAverage,
    double infit,
    double outfit,
    double infitZ,
    double outfitZ) {

  private static final FitStatistics NONE = new FitStatistics(0, 0, 0, 1, 1, 0, 0);

  static FitStatistics of(
      long n,
      double observed,
      double expected,
      double squares,
      double variance,
      double standardised,
      double excess,
      double kurtosis) {
    if (n == 0 || !(variance > 0)) {
      return n == 0 ? NONE : new FitStatistics(n, observed / n, expected / n, 1, 1, 0, 0);
    }
    double infit = squares / variance;
    double outfit = standardised / n;
    return new FitStatistics(
        n,
        observed / n,
        expected / n,
        infit,
        outfit,
        wilsonHilferty(infit, Math.sqrt(Math.max(0, excess)) / variance),
        wilsonHilferty(outfit, Math.sqrt(Math.max(0, kurtosis / ((double) n * n) - 1.0 / n))));
  }

  private static double wilsonHilferty(double meanSquare, double q) {
    return q > 0 ? (Math.cbrt(meanSquare) - 1) * 3 / q + q / 3 : 0;
  }
}
