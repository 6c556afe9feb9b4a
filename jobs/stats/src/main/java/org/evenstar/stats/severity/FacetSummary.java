package org.evenstar.stats.severity;

import org.evenstar.stats.Distributions;

/**
 * How well the elements of a facet are told apart; for bodies high values mean that they differ,
 * not that they agree.
 *
 * <p>{@code rmse = sqrt(mean SE^2)}, {@code adjusted SD = sqrt(var - rmse^2)} with the n - 1
 * variance, separation {@code G = adjusted SD / rmse}, {@code strata = (4G + 1)/3}, {@code
 * reliability = G^2/(1 + G^2)}, fixed chi-squared {@code sum w b^2 - (sum w b)^2 / sum w}, {@code w
 * = 1/SE^2} (FACETS, table 7). Fewer than two elements, or an error of 0, give zeros.
 *
 * @param n elements
 * @param rmse root mean square error, in logits
 * @param standardDeviation observed, in logits
 * @param adjustedDeviation after taking out the error, in logits
 * @param separation adjusted deviation over error
 * @param strata levels that can be told apart
 * @param reliability share of the observed variance that is not error
 * @param chiSquared that all elements are equal
 * @param degreesOfFreedom its degrees of freedom
 * @param probability of at least that chi-squared if all were equal
 */
public record FacetSummary(
    int n,
    double rmse,
    double standardDeviation,
    double adjustedDeviation,
    double separation,
    double strata,
    double reliability,
    double chiSquared,
    int degreesOfFreedom,
    double probability) {

  /**
   * Summarises elements.
   *
   * @param values estimates in logits
   * @param errors their standard errors
   */
  public static FacetSummary of(double[] values, double[] errors) {
    int n = values.length;
    double mean = 0;
    double meanSquare = 0;
    double smallest = Double.MAX_VALUE;
    for (int i = 0; i < n; i++) {
      mean += values[i] / n;
      meanSquare += errors[i] * errors[i] / n;
      smallest = Math.min(smallest, errors[i]);
    }
    if (n < 2 || !(smallest > 0)) {
      return new FacetSummary(n, Math.sqrt(meanSquare), 0, 0, 0, 0, 0, 0, Math.max(0, n - 1), 1);
    }
    double variance = 0;
    double weights = 0;
    double weighted = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double w = 1 / (errors[i] * errors[i]);
      variance += (values[i] - mean) * (values[i] - mean) / (n - 1);
      weights += w;
      weighted += w * values[i];
      squares += w * values[i] * values[i];
    }
    double rmse = Math.sqrt(meanSquare);
    double adjusted = Math.sqrt(Math.max(0, variance - meanSquare));
    double separation = adjusted / rmse;
    double chiSquared = Math.max(0, squares - weighted * weighted / weights);
    return new FacetSummary(
        n,
        rmse,
        Math.sqrt(variance),
        adjusted,
        separation,
        (4 * separation + 1) / 3,
        separation * separation / (1 + separation * separation),
        chiSquared,
        n - 1,
        Distributions.chiSquaredUpperTail(chiSquared, n - 1));
  }
}
