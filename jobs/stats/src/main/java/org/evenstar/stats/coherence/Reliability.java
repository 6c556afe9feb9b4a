package org.evenstar.stats.coherence;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.evenstar.stats.Distributions;
import org.evenstar.stats.Estimate;
import org.evenstar.stats.Status;

/**
 * How reliably a set of indicators measures one thing.
 *
 * <p>Cronbach's alpha {@code k/(k-1) (1 - Σs²_i/s²_total)} with Feldt's F interval (Cronbach 1951;
 * Feldt 1965). Omega total {@code (Σλ)²/((Σλ)² + Σψ)} from one factor by iterated principal axes of
 * the correlations (McDonald 1999). Constant indicators are left out. Fewer than two indicators
 * that vary or three rows: TOO_FEW.
 *
 * @param alpha with its interval
 * @param standardisedAlpha from correlations
 * @param omega empty when the one-factor solution is improper (a communality of 1 or more)
 * @param eigenvalues of the correlations, descending
 * @param n rows
 * @param indicators that vary
 */
@SuppressWarnings("ArrayRecordComponent") // columns out, by design of this module
public record Reliability(
    Estimate alpha,
    OptionalDouble standardisedAlpha,
    OptionalDouble omega,
    double[] eigenvalues,
    int n,
    int indicators) {

  private static final int MAX_ITERATIONS = 2_000;

  /**
   * Computes both.
   *
   * @param columns one column of scores per indicator, over the same complete rows
   */
  public static Reliability of(double[][] columns, double confidence) {
    double[][] varying =
        Arrays.stream(columns)
            .filter(column -> Arrays.stream(column).distinct().limit(2).count() > 1)
            .toArray(double[][]::new);
    int k = varying.length;
    int n = columns.length == 0 ? 0 : columns[0].length;
    if (k < 2 || n < 3) {
      Status status = n == 0 ? Status.NO_DATA : Status.TOO_FEW;
      return new Reliability(
          Estimate.absent(status),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          new double[0],
          n,
          k);
    }
    double[][] covariance = Covariance.of(varying);
    double[][] correlation = Covariance.correlation(covariance);
    double alpha = alpha(covariance);
    double tail = (1 - confidence) / 2;
    double rows = n - 1.0;
    double cells = rows * (k - 1);
    Estimate interval =
        Estimate.of(
            alpha,
            1 - (1 - alpha) * Distributions.fQuantile(1 - tail, rows, cells),
            1 - (1 - alpha) * Distributions.fQuantile(tail, rows, cells));
    return new Reliability(
        interval,
        OptionalDouble.of(alpha(correlation)),
        omega(correlation),
        Covariance.eigenvalues(correlation),
        n,
        k);
  }

  private static double alpha(double[][] covariance) {
    int k = covariance.length;
    double trace = 0;
    double total = 0;
    for (int a = 0; a < k; a++) {
      trace += covariance[a][a];
      total += Arrays.stream(covariance[a]).sum();
    }
    return k / (k - 1.0) * (1 - trace / total);
  }

  private static OptionalDouble omega(double[][] correlation) {
    int k = correlation.length;
    double[] communality = new double[k];
    for (int a = 0; a < k; a++) {
      for (int b = 0; b < k; b++) {
        communality[a] = Math.max(communality[a], a == b ? 0 : Math.abs(correlation[a][b]));
      }
    }
    double[] loadings = new double[k];
    for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
      double[][] reduced = new double[k][];
      for (int a = 0; a < k; a++) {
        reduced[a] = correlation[a].clone();
        reduced[a][a] = communality[a];
      }
      EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(reduced, false));
      double[] values = eigen.getRealEigenvalues();
      int first = 0;
      for (int i = 1; i < k; i++) {
        first = values[i] > values[first] ? i : first;
      }
      if (values[first] <= 0) {
        return OptionalDouble.empty();
      }
      double change = 0;
      for (int a = 0; a < k; a++) {
        loadings[a] = Math.sqrt(values[first]) * eigen.getV().getEntry(a, first);
        double next = loadings[a] * loadings[a];
        change = Math.max(change, Math.abs(next - communality[a]));
        communality[a] = next;
      }
      if (Arrays.stream(communality).anyMatch(share -> share >= 1)) {
        return OptionalDouble.empty();
      }
      if (change < 1e-10) {
        break;
      }
    }
    double sum = Arrays.stream(loadings).sum();
    double unique = k - Arrays.stream(communality).sum();
    return OptionalDouble.of(sum * sum / (sum * sum + unique));
  }
}
