package org.evenstar.stats.benchmark;

import org.evenstar.stats.Estimate;
import org.evenstar.stats.Status;

/**
 * A region's mean at the national case mix, and how much of its gap to the nation is mix.
 *
 * <p>Direct standardisation: {@code Σ_s P_s x̄_s} over strata s with national shares {@code P_s};
 * strata the region lacks are left out and the rest re-weighted, so {@code coveredShare} says how
 * much of the nation is spoken of. Its error is {@code √Σ P_s² s²_s/n_s}; a stratum with one value
 * borrows the pooled variance. Decomposition by Kitagawa (1955), J. Am. Stat. Assoc. 50: gap = mix
 * + rate, mix {@code Σ (p_s - P_s)(x̄_s + X̄_s)/2}, rate {@code Σ (x̄_s - X̄_s)(p_s + P_s)/2}, over
 * the shared strata, with shares among them, so that adding a constant to every value changes no
 * part (Ñopo 2008, Rev. Econ. Stat. 90, on common support). How far the shared strata alone lie
 * from the whole is {@code unmatched}; the three parts add up.
 *
 * @param raw the region's own mean with its 95 % normal interval over strata
 * @param standardised the mean at the national mix
 * @param coveredShare share of the national mix in strata the region has, 0 to 1
 * @param mix part of {@code raw - nation} explained by case mix; 0 when there is no data
 * @param rate part due to scores within strata
 * @param unmatched part from strata that only one side has
 */
public record Standardisation(
    Estimate raw,
    Estimate standardised,
    double coveredShare,
    double mix,
    double rate,
    double unmatched) {

  /**
   * Standardises one region.
   *
   * @param region moments per stratum, {@link Moments#NONE} where it has none
   * @param nation moments per stratum of the standard population
   * @param unit fixed-point units in a whole one
   */
  public static Standardisation of(
      Moments[] region, Moments[] nation, long unit, double confidence) {
    Moments own = total(region);
    Moments all = total(nation);
    if (own.n() == 0 || all.n() == 0) {
      Estimate none = Estimate.absent(Status.NO_DATA);
      return new Standardisation(none, none, 0, 0, 0, 0);
    }
    double pooled = pooledVariance(region, unit);
    double covered = coveredShare(nation, region, all.n());
    double ownCovered = coveredShare(region, nation, own.n());
    double weighted = 0;
    double variance = 0;
    double mix = 0;
    double rate = 0;
    boolean hasSpread = own.n() > region.length || pooled > 0;
    for (int s = 0; s < region.length; s++) {
      if (region[s].n() == 0 || nation[s].n() == 0) {
        continue;
      }
      double ownShare = (double) region[s].n() / own.n();
      double share = (double) nation[s].n() / all.n();
      double ownMean = region[s].mean(unit).getAsDouble();
      double mean = nation[s].mean(unit).getAsDouble();
      weighted += share * ownMean;
      variance += share * share * region[s].variance(unit).orElse(pooled) / region[s].n();
      mix += (ownShare / ownCovered - share / covered) * (ownMean + mean) / 2;
      rate += (ownMean - mean) * (ownShare / ownCovered + share / covered) / 2;
    }
    double gap = own.mean(unit).getAsDouble() - all.mean(unit).getAsDouble();
    Estimate standardised =
        covered == 0
            ? Estimate.absent(Status.NO_OVERLAP)
            : hasSpread
                ? Estimate.normal(weighted / covered, Math.sqrt(variance) / covered, confidence)
                : Estimate.withoutInterval(weighted / covered, Status.TOO_FEW);
    return new Standardisation(
        own.meanInterval(unit, confidence, java.util.OptionalLong.empty()),
        standardised,
        covered,
        mix,
        rate,
        gap - mix - rate);
  }

  /** Share of the one side's values in strata that the other side has, too. */
  private static double coveredShare(Moments[] one, Moments[] other, long all) {
    long covered = 0;
    for (int s = 0; s < one.length; s++) {
      covered += other[s].n() == 0 ? 0 : one[s].n();
    }
    return (double) covered / all;
  }

  private static Moments total(Moments[] strata) {
    Moments total = Moments.NONE;
    for (Moments stratum : strata) {
      total = total.plus(stratum);
    }
    return total;
  }

  private static double pooledVariance(Moments[] strata, long unit) {
    double squares = 0;
    long freedom = 0;
    for (Moments stratum : strata) {
      squares += stratum.variance(unit).orElse(0) * Math.max(0, stratum.n() - 1);
      freedom += Math.max(0, stratum.n() - 1);
    }
    return freedom == 0 ? 0 : squares / freedom;
  }
}
