package org.evenstar.stats.agreement;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Fleiss' kappa over institutions that all bodies rated, with the test of κ = 0, in all and per
 * category (Fleiss 1971; Fleiss, Levin and Paik 2003, chapter 18).
 *
 * @param n complete institutions
 * @param kappa empty when nothing varies or n = 0
 * @param z under κ = 0
 * @param categoryKappa per category; empty where it was never or always used
 * @param categoryZ per category
 */
@SuppressWarnings("ArrayRecordComponent") // columns out, by design of this module
public record FleissTest(
    long n,
    OptionalDouble kappa,
    OptionalDouble z,
    OptionalDouble[] categoryKappa,
    OptionalDouble[] categoryZ) {

  /** Tests the complete patterns of {@code ratings}. */
  public static FleissTest of(Ratings ratings) {
    Ratings complete = ratings.complete();
    int q = complete.categories();
    int m = complete.bodies();
    long n = complete.n();
    OptionalDouble[] kappas = filled(q);
    OptionalDouble[] zs = filled(q);
    if (n == 0 || m < 2) {
      return new FleissTest(n, OptionalDouble.empty(), OptionalDouble.empty(), kappas, zs);
    }
    double[] use = new double[q];
    double[] disagreeing = new double[q];
    for (int p = 0; p < complete.patterns(); p++) {
      int[] given = complete.categoriesIn(p);
      for (int k = 0; k < q; k++) {
        use[k] += (double) complete.count(p) * given[k] / (n * (double) m);
        disagreeing[k] += (double) complete.count(p) * given[k] * (m - given[k]);
      }
    }
    double pairs = n * (double) m * (m - 1);
    double spread = 0;
    double skew = 0;
    double notAgreeing = 0;
    for (int k = 0; k < q; k++) {
      double room = use[k] * (1 - use[k]);
      spread += room;
      skew += room * (1 - 2 * use[k]);
      notAgreeing += disagreeing[k];
      if (room > 0) {
        double kappa = 1 - disagreeing[k] / (pairs * room);
        kappas[k] = OptionalDouble.of(kappa);
        zs[k] = OptionalDouble.of(kappa / Math.sqrt(2 / pairs));
      }
    }
    if (spread < Agreement.NO_ROOM) {
      return new FleissTest(n, OptionalDouble.empty(), OptionalDouble.empty(), kappas, zs);
    }
    double kappa = 1 - notAgreeing / (pairs * spread);
    double error = Math.sqrt(2 * (spread * spread - skew) / pairs) / spread;
    return new FleissTest(
        n, OptionalDouble.of(kappa), OptionalDouble.of(kappa / error), kappas, zs);
  }

  private static OptionalDouble[] filled(int q) {
    OptionalDouble[] empty = new OptionalDouble[q];
    Arrays.fill(empty, OptionalDouble.empty());
    return empty;
  }
}
