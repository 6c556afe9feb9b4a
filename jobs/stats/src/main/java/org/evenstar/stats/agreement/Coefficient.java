package org.evenstar.stats.agreement;

import org.evenstar.stats.Estimate;
import org.evenstar.stats.Status;

/**
 * Chance-corrected agreement of any number of bodies with missing ratings, {@code (p_a - p_e)/(1 -
 * p_e)}, each with its own idea of chance.
 *
 * <p>Standard errors treat institutions as a sample and let {@code p_e} vary with them (Gwet 2014,
 * Handbook of Inter-Rater Reliability, 4th edition); intervals are t with n - 1 degrees of freedom.
 * {@code p_a} averages, over institutions with at least two ratings, the weighted share of agreeing
 * pairs. No rating: NO_DATA. No institution with two ratings: NO_OVERLAP. One institution: the
 * value without interval, TOO_FEW. Chance agreement of 1: NO_VARIATION.
 */
public enum Coefficient {
  /** Percent agreement: no correction for chance. */
  PERCENT,
  /** Gwet's AC1 (identity weights) and AC2: chance {@code T_w/(q(q-1)) Σ π_k(1-π_k)}. */
  GWET,
  /** Fleiss (1971), generalised: chance {@code Σ w_kl π_k π_l}, π the mean use of categories. */
  FLEISS,
  /** Conger (1980): chance from each pair of bodies' own use; Cohen's kappa for two bodies. */
  CONGER,
  /** Krippendorff's alpha in Gwet's form, over institutions with at least two ratings. */
  KRIPPENDORFF,
  /** Brennan and Prediger (1981): chance {@code Σ w_kl / q²}. */
  BRENNAN_PREDIGER;

  /**
   * Computes the coefficient.
   *
   * @param ratings patterns and counts
   * @param weights how categories agree
   * @param confidence of the interval, such as 0.95
   */
  public Agreement of(Ratings ratings, Weights weights, double confidence) {
    PairedShares shares = PairedShares.of(ratings, weights.matrix(ratings.categories()));
    if (ratings.n() == 0) {
      return Agreement.absent(Status.NO_DATA, 0);
    }
    if (shares.paired() == 0) {
      return Agreement.absent(Status.NO_OVERLAP, 0);
    }
    if (this == KRIPPENDORFF) {
      return krippendorff(shares, confidence);
    }
    Chance chance = chance(shares);
    double observed = shares.observed();
    double room = 1 - chance.expected;
    if (room < Agreement.NO_ROOM) {
      return Agreement.undefined(observed, chance.expected, shares.paired());
    }
    double value = (observed - chance.expected) / room;
    double scale = (double) ratings.n() / shares.paired();
    double squares = 0;
    for (int p = 0; p < ratings.patterns(); p++) {
      boolean isPaired = ratings.ratingsIn(p) > 1;
      double own = isPaired ? scale * (shares.share(p) - chance.expected) / room : 0;
      double shifted = own - 2 * (1 - value) * (chance.own[p] - chance.expected) / room;
      squares += ratings.count(p) * (shifted - value) * (shifted - value);
    }
    return Agreement.of(
        estimate(value, squares, ratings.n(), confidence),
        observed,
        chance.expected,
        shares.paired());
  }

  private static Estimate estimate(double value, double squares, long n, double confidence) {
    if (n < 2) {
      return Estimate.withoutInterval(value, Status.TOO_FEW);
    }
    double error = Math.sqrt(squares / ((double) n * (n - 1)));
    return Agreement.interval(value, error, n - 1.0, confidence);
  }

  private Chance chance(PairedShares shares) {
    return switch (this) {
      case PERCENT -> Chance.constant(0, shares);
      case BRENNAN_PREDIGER -> Chance.constant(shares.meanWeight(), shares);
      case GWET -> gwet(shares);
      case FLEISS -> fleiss(shares);
      case CONGER -> CongerChance.of(shares.ratings(), shares.weights());
      case KRIPPENDORFF -> throw new AssertionError("alpha has its own path");
    };
  }

  private static Chance gwet(PairedShares shares) {
    double[] use = shares.use();
    int q = use.length;
    double factor = shares.meanWeight() * q / (q - 1);
    double expected = 0;
    for (double share : use) {
      expected += factor * share * (1 - share);
    }
    double[] own = shares.meanOver(k -> factor * (1 - use[k]));
    return new Chance(expected, own);
  }

  private static Chance fleiss(PairedShares shares) {
    double[] weighted = shares.weighted(shares.use());
    double expected = 0;
    for (int k = 0; k < weighted.length; k++) {
      expected += weighted[k] * shares.use()[k];
    }
    return new Chance(expected, shares.meanOver(k -> weighted[k]));
  }

  private static Agreement krippendorff(PairedShares all, double confidence) {
    PairedShares shares = PairedShares.of(all.pairedRatings(), all.weights());
    Ratings ratings = shares.ratings();
    long n = ratings.n();
    double total = 0;
    for (int p = 0; p < ratings.patterns(); p++) {
      total += (double) ratings.count(p) * ratings.ratingsIn(p);
    }
    double mean = total / n;
    int q = ratings.categories();
    double[] use = new double[q];
    double observed = 0;
    for (int p = 0; p < ratings.patterns(); p++) {
      int[] given = ratings.categoriesIn(p);
      for (int k = 0; k < q; k++) {
        use[k] += ratings.count(p) * given[k] / total;
      }
      observed += ratings.count(p) * shares.share(p) * ratings.ratingsIn(p) / total;
    }
    double[] weighted = shares.weighted(use);
    double expected = 0;
    for (int k = 0; k < q; k++) {
      expected += weighted[k] * use[k];
    }
    double corrected = (1 - 1 / total) * observed + 1 / total;
    double room = 1 - expected;
    if (room < Agreement.NO_ROOM) {
      return Agreement.undefined(corrected, expected, n);
    }
    double value = (corrected - expected) / room;
    double uncorrected = (observed - expected) / room;
    double squares = 0;
    for (int p = 0; p < ratings.patterns(); p++) {
      int[] given = ratings.categoriesIn(p);
      double excess = ratings.ratingsIn(p) / mean - 1;
      double chance = -expected * excess;
      for (int k = 0; k < q; k++) {
        chance += given[k] * weighted[k] / mean;
      }
      double own = shares.share(p) * ratings.ratingsIn(p) / mean - observed * excess;
      double shifted = (own - expected) / room - 2 * (1 - uncorrected) * (chance - expected) / room;
      squares += ratings.count(p) * (shifted - uncorrected) * (shifted - uncorrected);
    }
    return Agreement.of(estimate(value, squares, n, confidence), corrected, expected, n);
  }

  /** Chance agreement and each pattern's own contribution to it. */
  @SuppressWarnings("ArrayRecordComponent") // columns out, by design of this module
  record Chance(double expected, double[] own) {

    static Chance constant(double expected, PairedShares shares) {
      double[] own = new double[shares.ratings().patterns()];
      java.util.Arrays.fill(own, expected);
      return new Chance(expected, own);
    }
  }
}
