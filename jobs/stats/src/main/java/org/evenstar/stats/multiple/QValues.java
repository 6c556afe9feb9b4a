package org.evenstar.stats.multiple;

/**
 * Storey's q-values: Benjamini–Hochberg times an estimate of the share of true null hypotheses.
 *
 * <p>{@code π̂₀ = min(1, (#{p > λ} + 1) / (m (1 - λ)))} with fixed λ = 0.5, the conservative choice
 * with the finite-sample guarantee (Storey, Taylor and Siegmund 2004, J. R. Stat. Soc. B 66). With
 * no test the answer is empty; with few tests π̂₀ is 1 and the q-values are Benjamini–Hochberg's.
 *
 * @param nullShare π̂₀, in (0, 1]
 * @param values one q per test, in input order
 */
@SuppressWarnings("ArrayRecordComponent") // columns out, by design of this module
public record QValues(double nullShare, double[] values) {

  private static final double LAMBDA = 0.5;

  /** The q-values of the given probabilities, each in [0, 1]. */
  public static QValues of(double[] probabilities) {
    double[] values = Adjustment.BENJAMINI_HOCHBERG.adjust(probabilities);
    int m = values.length;
    int above = 0;
    for (double p : probabilities) {
      above += p > LAMBDA ? 1 : 0;
    }
    double share = m == 0 ? 1 : Math.min(1, (above + 1) / (m * (1 - LAMBDA)));
    for (int i = 0; i < m; i++) {
      values[i] *= share;
    }
    return new QValues(share, values);
  }
}
