package org.evenstar.stats.agreement;

import org.evenstar.stats.Estimate;
import org.evenstar.stats.benchmark.BinomialInterval;

/**
 * The probability of the definitive grade: how often a body gives the star that the expert panel
 * gave (Ofqual 2018, Marking consistency metrics), with Wilson intervals.
 *
 * @param overall share of anchor dossiers with the panel's star; absent when there is none
 * @param withinOne share at most one star away
 * @param byStar share by the panel's star, absent where no dossier had it
 * @param meanDifference mean of given minus definitive star; 0 when there is none
 * @param n anchor dossiers with both stars
 */
@SuppressWarnings("ArrayRecordComponent") // columns out, by design of this module
public record DefinitiveGrade(
    Estimate overall, Estimate withinOne, Estimate[] byStar, double meanDifference, long n) {

  /**
   * Compares a body's stars with the panel's.
   *
   * @param given stars of the body, 0 to {@code stars} - 1, or {@link Ratings#MISSING}
   * @param definitive stars of the panel on the same dossiers
   * @param stars how many stars there are
   */
  public static DefinitiveGrade of(int[] given, int[] definitive, int stars, double confidence) {
    long[] hits = new long[stars];
    long[] seen = new long[stars];
    long all = 0;
    long same = 0;
    long near = 0;
    long difference = 0;
    for (int i = 0; i < given.length; i++) {
      if (given[i] == Ratings.MISSING || definitive[i] == Ratings.MISSING) {
        continue;
      }
      int gap = given[i] - definitive[i];
      all++;
      difference += gap;
      seen[definitive[i]]++;
      same += gap == 0 ? 1 : 0;
      near += Math.abs(gap) <= 1 ? 1 : 0;
      hits[definitive[i]] += gap == 0 ? 1 : 0;
    }
    Estimate[] byStar = new Estimate[stars];
    for (int star = 0; star < stars; star++) {
      byStar[star] = BinomialInterval.wilson(hits[star], seen[star], confidence);
    }
    return new DefinitiveGrade(
        BinomialInterval.wilson(same, all, confidence),
        BinomialInterval.wilson(near, all, confidence),
        byStar,
        all == 0 ? 0 : (double) difference / all,
        all);
  }
}
