package org.evenstar.stats.drift;

import org.evenstar.stats.Estimate;
import org.evenstar.stats.Status;

/**
 * Halo: how alike a body's domain scores are, as the mean correlation over all pairs of domains.
 *
 * <p>The error is the delete-one jackknife over dossiers (Efron and Stein 1981). A body whose mean
 * correlation lies far above the others' lets one impression decide all domains (Saal, Downey and
 * Lahey 1980, Psychological Bulletin 88). Fewer than 4 dossiers or 2 domains: TOO_FEW; a constant
 * domain: NO_VARIATION.
 */
public final class Halo {

  private Halo() {}

  /**
   * The mean correlation with its 95 % interval, cut at ±1.
   *
   * @param domains one array of scores per domain, all over the same complete dossiers
   */
  public static Estimate meanCorrelation(double[][] domains) {
    int d = domains.length;
    int n = d == 0 ? 0 : domains[0].length;
    if (n == 0) {
      return Estimate.absent(Status.NO_DATA);
    }
    if (n < 4 || d < 2) {
      return Estimate.absent(Status.TOO_FEW);
    }
    double[] means = new double[d];
    for (int a = 0; a < d; a++) {
      for (double score : domains[a]) {
        means[a] += score / n;
      }
    }
    double[][] products = new double[d][d];
    for (int a = 0; a < d; a++) {
      for (int b = 0; b < d; b++) {
        for (int i = 0; i < n; i++) {
          products[a][b] += (domains[a][i] - means[a]) * (domains[b][i] - means[b]);
        }
      }
    }
    double all = meanOf(products, domains, means, -1);
    double sum = 0;
    double squares = 0;
    for (int left = 0; left < n; left++) {
      double without = meanOf(products, domains, means, left);
      if (!Double.isFinite(without)) {
        return Estimate.absent(Status.NO_VARIATION);
      }
      sum += without;
      squares += without * without;
    }
    if (!Double.isFinite(all)) {
      return Estimate.absent(Status.NO_VARIATION);
    }
    double error = Math.sqrt(Math.max(0, (squares - sum * sum / n) * (n - 1) / n));
    Estimate normal = Estimate.normal(all, error, 0.95);
    double lower = Math.max(-1, normal.interval().orElseThrow().lower());
    double upper = Math.min(1, normal.interval().orElseThrow().upper());
    return Estimate.of(all, error, lower, upper);
  }

  /** Mean correlation with dossier {@code left} taken out of the centred products; -1 for none. */
  private static double meanOf(double[][] products, double[][] domains, double[] means, int left) {
    int d = products.length;
    double n = domains[0].length;
    double sum = 0;
    for (int a = 0; a < d; a++) {
      for (int b = 0; b < a; b++) {
        double ab = products[a][b];
        double aa = products[a][a];
        double bb = products[b][b];
        if (left >= 0) {
          double da = domains[a][left] - means[a];
          double db = domains[b][left] - means[b];
          double factor = n / (n - 1);
          ab -= da * db * factor;
          aa -= da * da * factor;
          bb -= db * db * factor;
        }
        double scale = Math.sqrt(aa * bb);
        boolean isFlat = scale <= 1e-12 * Math.sqrt(products[a][a] * products[b][b]);
        sum += isFlat ? Double.NaN : Math.max(-1, Math.min(1, ab / scale));
      }
    }
    return sum / (d * (d - 1) / 2.0);
  }
}
