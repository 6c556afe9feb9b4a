package org.evenstar.stats.agreement;

import org.evenstar.stats.agreement.Coefficient.Chance;

/** Conger's chance agreement: the mean over pairs of bodies of {@code Σ w_kl p_gk p_hl}. */
final class CongerChance {

  private CongerChance() {}

  static Chance of(Ratings ratings, double[][] weights) {
    int bodies = ratings.bodies();
    int q = weights.length;
    double n = ratings.n();
    double[] rated = new double[bodies];
    double[][] use = new double[bodies][q];
    for (int p = 0; p < ratings.patterns(); p++) {
      for (int g = 0; g < bodies; g++) {
        int rating = ratings.rating(p, g);
        if (rating != Ratings.MISSING) {
          rated[g] += ratings.count(p);
          use[g][rating] += ratings.count(p);
        }
      }
    }
    double[] total = new double[q];
    for (int g = 0; g < bodies; g++) {
      for (int k = 0; k < q; k++) {
        use[g][k] = rated[g] == 0 ? 0 : use[g][k] / rated[g];
        total[k] += use[g][k];
      }
    }
    double pairs = bodies * (bodies - 1.0);
    // What each rating of body g in category l adds: w times the other bodies' use.
    double[][] others = new double[bodies][q];
    double expected = 0;
    for (int g = 0; g < bodies; g++) {
      for (int l = 0; l < q; l++) {
        for (int k = 0; k < q; k++) {
          others[g][l] += weights[k][l] * (total[k] - use[g][k]);
        }
        expected += use[g][l] * others[g][l] / pairs;
      }
    }
    double[] own = new double[ratings.patterns()];
    for (int p = 0; p < own.length; p++) {
      for (int g = 0; g < bodies; g++) {
        if (rated[g] > 0) {
          own[p] += influence(ratings.rating(p, g), rated[g] / n, use[g], others[g]) / pairs;
        }
      }
    }
    return new Chance(expected, own);
  }

  private static double influence(int rating, double ratedShare, double[] use, double[] others) {
    boolean isRated = rating != Ratings.MISSING;
    double sum = 0;
    for (int l = 0; l < use.length; l++) {
      double indicator = rating == l ? 1 : 0;
      double centred = indicator - ((isRated ? 1 : 0) - ratedShare) * use[l];
      sum += centred * others[l];
    }
    return sum / ratedShare;
  }
}
