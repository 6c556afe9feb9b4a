package org.evenstar.stats.coherence;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How one indicator behaves within its index.
 *
 * <p>Effective weight: {@code w_i cov(x_i, index)/var(index)}, which adds to 1 over indicators, and
 * is what an indicator really decides; compare Paruolo, Saisana and Saltelli (2013), J. R. Stat.
 * Soc. A 176, and the OECD/JRC handbook. An indicator is dead when over 95 % of its values are
 * equal and redundant when it correlates above 0.92 with another. Absent correlations are those of
 * a constant.
 *
 * @param totalCorrelation with the weighted index
 * @param restCorrelation with the index without it
 * @param nominalWeight as given, of a sum of 1
 * @param effectiveWeight its share of the variance of the index; empty when that is 0
 * @param modeShare the share of its most frequent value; 0 with no rows
 * @param isDead above the limit
 * @param redundantWith the indicator it most resembles above the limit
 */
public record IndicatorCoherence(
    OptionalDouble totalCorrelation,
    OptionalDouble restCorrelation,
    double nominalWeight,
    OptionalDouble effectiveWeight,
    double modeShare,
    boolean isDead,
    OptionalInt redundantWith) {

  /** The share of equal values above which an indicator is dead. */
  public static final double DEAD = 0.95;

  /** The correlation above which two indicators say the same. */
  public static final double REDUNDANT = 0.92;

  /**
   * Describes every indicator of an index.
   *
   * @param columns one column of scores per indicator, over the same complete rows
   * @param weights positive, in any sum
   */
  public static IndicatorCoherence[] of(double[][] columns, double[] weights) {
    int k = columns.length;
    double sum = Arrays.stream(weights).sum();
    double[][] covariance = Covariance.of(columns);
    double[][] correlation = Covariance.correlation(covariance);
    double[] withIndex = new double[k];
    double variance = 0;
    for (int a = 0; a < k; a++) {
      for (int b = 0; b < k; b++) {
        withIndex[a] += weights[b] / sum * covariance[a][b];
      }
      variance += weights[a] / sum * withIndex[a];
    }
    IndicatorCoherence[] all = new IndicatorCoherence[k];
    for (int a = 0; a < k; a++) {
      double weight = weights[a] / sum;
      double own = covariance[a][a];
      double withRest = withIndex[a] - weight * own;
      double rest = variance - 2 * weight * withIndex[a] + weight * weight * own;
      double mode = modeShare(columns[a]);
      all[a] =
          new IndicatorCoherence(
              ratio(withIndex[a], own, variance),
              ratio(withRest, own, rest),
              weight,
              variance > 0
                  ? OptionalDouble.of(weight * withIndex[a] / variance)
                  : OptionalDouble.empty(),
              mode,
              mode > DEAD,
              nearest(correlation, a));
    }
    return all;
  }

  /** Whether the indicator decides more than {@code times} its nominal share. */
  public boolean outweighs(double times) {
    return effectiveWeight.isPresent() && effectiveWeight.getAsDouble() > times * nominalWeight;
  }

  private static OptionalDouble ratio(double covariance, double own, double other) {
    double scale = own * other;
    return scale > 1e-300
        ? OptionalDouble.of(Math.max(-1, Math.min(1, covariance / Math.sqrt(scale))))
        : OptionalDouble.empty();
  }

  private static OptionalInt nearest(double[][] correlation, int of) {
    int best = -1;
    for (int other = 0; other < correlation.length; other++) {
      boolean isCloser =
          other != of
              && correlation[of][other] > REDUNDANT
              && (best < 0 || correlation[of][other] > correlation[of][best]);
      best = isCloser ? other : best;
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  private static double modeShare(double[] column) {
    double[] sorted = column.clone();
    Arrays.sort(sorted);
    int longest = 0;
    int run = 0;
    for (int i = 0; i < sorted.length; i++) {
      run = i > 0 && sorted[i] == sorted[i - 1] ? run + 1 : 1;
      longest = Math.max(longest, run);
    }
    return sorted.length == 0 ? 0 : (double) longest / sorted.length;
  }
}
