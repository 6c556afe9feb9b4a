package org.evenstar.stats.funnel;

/**
 * What each body would have given had it scored each stratum like all bodies together.
 *
 * <p>Only strata scored by at least two bodies say anything: elsewhere the expectation is the body
 * itself. Over the shared strata s, {@code d_b = Σ_s n_bs (x̄_bs - x̄_s)/n_b} with variance {@code
 * Σ_s n_bs² σ² (1/n_bs - 1/n_s)/n_b²}, σ² the variance pooled within body × stratum (indirect
 * standardisation; Breslow and Day 1987, chapter 2). A body that shares no stratum has n = 0 and a
 * difference and error of 0: it must be reported as not identified.
 *
 * @param n dossiers of each body in shared strata
 * @param total dossiers of each body in all strata
 * @param observed mean of each body over its shared strata
 * @param expected mean expected from the strata
 * @param errors standard error of {@code observed - expected}; 0 where it is not known
 */
@SuppressWarnings("ArrayRecordComponent") // columns out, by design of this module
public record StrataExpectation(
    long[] n, long[] total, double[] observed, double[] expected, double[] errors) {

  /**
   * Compares bodies within strata.
   *
   * @param bodies body of each dossier, 0 to {@code nBodies} - 1
   * @param strata stratum of each dossier, 0 to {@code nStrata} - 1
   * @param values the score of each dossier
   */
  public static StrataExpectation of(
      int[] bodies, int[] strata, double[] values, int nBodies, int nStrata) {
    long[][] counts = new long[nBodies][nStrata];
    double[][] sums = new double[nBodies][nStrata];
    for (int i = 0; i < values.length; i++) {
      counts[bodies[i]][strata[i]]++;
      sums[bodies[i]][strata[i]] += values[i];
    }
    double within = withinVariance(bodies, strata, values, counts, sums);
    long[] n = new long[nBodies];
    long[] total = new long[nBodies];
    double[] observed = new double[nBodies];
    double[] expected = new double[nBodies];
    double[] errors = new double[nBodies];
    for (int stratum = 0; stratum < nStrata; stratum++) {
      long all = 0;
      double sum = 0;
      int present = 0;
      for (int body = 0; body < nBodies; body++) {
        all += counts[body][stratum];
        sum += sums[body][stratum];
        present += counts[body][stratum] > 0 ? 1 : 0;
        total[body] += counts[body][stratum];
      }
      for (int body = 0; body < nBodies && present > 1; body++) {
        long own = counts[body][stratum];
        n[body] += own;
        observed[body] += sums[body][stratum];
        expected[body] += own * (sum / all);
        errors[body] += own - (double) own * own / all;
      }
    }
    for (int body = 0; body < nBodies; body++) {
      if (n[body] > 0) {
        observed[body] /= n[body];
        expected[body] /= n[body];
        errors[body] = Math.sqrt(within * errors[body]) / n[body];
      }
    }
    return new StrataExpectation(n, total, observed, expected, errors);
  }

  /** The share of a body's dossiers that lie in shared strata; 0 when it has none. */
  public double sharedShare(int body) {
    return total[body] == 0 ? 0 : (double) n[body] / total[body];
  }

  private static double withinVariance(
      int[] bodies, int[] strata, double[] values, long[][] counts, double[][] sums) {
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      double mean = sums[bodies[i]][strata[i]] / counts[bodies[i]][strata[i]];
      squares += (values[i] - mean) * (values[i] - mean);
    }
    long freedom = values.length;
    for (long[] row : counts) {
      for (long count : row) {
        freedom -= count > 0 ? 1 : 0;
      }
    }
    return freedom <= 0 ? 0 : squares / freedom;
  }
}
