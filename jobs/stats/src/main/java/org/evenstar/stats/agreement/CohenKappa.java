package org.evenstar.stats.agreement;

import java.util.OptionalDouble;
import org.evenstar.stats.Distributions;
import org.evenstar.stats.Estimate;
import org.evenstar.stats.Status;

/**
 * Cohen's kappa of two bodies, plain or weighted, with both of its variances.
 *
 * <p>{@code κ_w = (p_o - p_e)/(1 - p_e)}, {@code p_o = Σ w_ij p_ij}, {@code p_e = Σ w_ij p_i· p_·j}
 * (Cohen 1960, 1968). The interval uses the variance that holds for any κ, the test of κ = 0 the
 * one that holds under it (Fleiss, Cohen and Everitt 1969, Psychological Bulletin 72). No pair:
 * NO_OVERLAP; one pair: the value without interval, TOO_FEW; both bodies constant and equal:
 * NO_VARIATION.
 *
 * @param agreement coefficient, error for any κ, normal interval, p_o and p_e
 * @param nullError standard error under κ = 0
 * @param z κ over {@code nullError}; empty when that is 0
 * @param probability two-sided
 */
public record CohenKappa(
    Agreement agreement, OptionalDouble nullError, OptionalDouble z, OptionalDouble probability) {

  /**
   * Kappa of a cross table.
   *
   * @param table counts, rows the first body's categories, columns the second's
   */
  public static CohenKappa of(long[][] table, Weights weights, double confidence) {
    int q = table.length;
    double[][] w = weights.matrix(q);
    double[] rows = new double[q];
    double[] columns = new double[q];
    long n = 0;
    for (int i = 0; i < q; i++) {
      for (int j = 0; j < q; j++) {
        n += table[i][j];
        rows[i] += table[i][j];
        columns[j] += table[i][j];
      }
    }
    if (n == 0) {
      return absent(Agreement.absent(Status.NO_OVERLAP, 0));
    }
    double observed = 0;
    double disagreement = 0;
    double expected = 0;
    double[] rowWeights = new double[q];
    double[] columnWeights = new double[q];
    for (int i = 0; i < q; i++) {
      for (int j = 0; j < q; j++) {
        observed += w[i][j] * table[i][j] / n;
        disagreement += (1 - w[i][j]) * table[i][j] / n;
        expected += w[i][j] * rows[i] / n * columns[j] / n;
        rowWeights[i] += w[i][j] * columns[j] / n;
        columnWeights[j] += w[i][j] * rows[i] / n;
      }
    }
    double room = 1 - expected;
    if (room < Agreement.NO_ROOM) {
      return absent(Agreement.undefined(observed, expected, n));
    }
    // From the disagreement, so that perfect agreement is exactly 1.
    double kappa = 1 - disagreement / room;
    if (n == 1) {
      Estimate value = Estimate.withoutInterval(kappa, Status.TOO_FEW);
      return absent(Agreement.of(value, observed, expected, n));
    }
    double any = 0;
    double none = 0;
    for (int i = 0; i < q; i++) {
      for (int j = 0; j < q; j++) {
        double margin = rowWeights[i] + columnWeights[j];
        double alternative = w[i][j] * room - margin * (1 - observed);
        any += alternative * alternative * table[i][j] / n;
        none += (w[i][j] - margin) * (w[i][j] - margin) * rows[i] / n * columns[j] / n;
      }
    }
    double centre = observed * expected - 2 * expected + observed;
    double variance = Math.max(0, any - centre * centre) / (n * Math.pow(room, 4));
    double nullVariance = Math.max(0, none - expected * expected) / (n * room * room);
    double error = Math.sqrt(variance);
    double nullError = Math.sqrt(nullVariance);
    Estimate normal = Estimate.normal(kappa, error, confidence);
    Estimate cut =
        Estimate.of(
            kappa,
            error,
            Math.max(-1, normal.interval().orElseThrow().lower()),
            Math.min(1, normal.interval().orElseThrow().upper()));
    Agreement agreement = Agreement.of(cut, observed, expected, n);
    if (nullError < Agreement.NO_ROOM) {
      return new CohenKappa(
          agreement, OptionalDouble.of(0), OptionalDouble.empty(), OptionalDouble.empty());
    }
    double z = kappa / nullError;
    return new CohenKappa(
        agreement,
        OptionalDouble.of(nullError),
        OptionalDouble.of(z),
        OptionalDouble.of(Distributions.normalTwoSided(z)));
  }

  private static CohenKappa absent(Agreement agreement) {
    return new CohenKappa(
        agreement, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
  }
}
