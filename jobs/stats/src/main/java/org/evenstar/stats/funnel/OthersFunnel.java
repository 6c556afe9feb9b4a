package org.evenstar.stats.funnel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.evenstar.stats.Status;

/**
 * Each unit against the spread of all others: does it stand apart from them?
 *
 * <p>A unit never hides behind the spread that it makes itself, which matters when there are few:
 * among six units a z from a common spread cannot exceed 2.04. This is the deletion residual of
 * meta-analysis (Viechtbauer and Cheung 2010, Research Synthesis Methods 1). How much the others
 * vary beyond chance, τ², is hardly known from a handful of them, and often estimated as nothing
 * where it is not; so p is averaged over all τ² by how well the others agree with each, the
 * confidence distribution of Cochran's Q (Viechtbauer 2007, Statistics in Medicine 26; Nagashima,
 * Noma and Furukawa 2019, Statistical Methods in Medical Research 28). Where the others vary much
 * beyond chance that is Student's t with n − 2 degrees of freedom; nowhere is it smaller than the
 * normal p. See {@link OthersSpread}.
 *
 * @param status OK, NO_DATA without units, TOO_FEW below three
 * @param centres the others' mean; 0 when not computed
 * @param differences value less centre
 * @param reaches half the width of the difference's 95 % interval, on the distribution of its p
 * @param probabilities two-sided; 1 when not computed
 */
@SuppressWarnings("ArrayRecordComponent") // columns out, by design of this module
public record OthersFunnel(
    Status status,
    double[] centres,
    double[] differences,
    double[] reaches,
    double[] probabilities) {

  /**
   * Compares each unit with all others, its error being known.
   *
   * @param values one per unit
   * @param standardErrors of the values, positive
   */
  public static OthersFunnel of(double[] values, double[] standardErrors) {
    for (double error : standardErrors) {
      if (!(error > 0)) {
        throw new IllegalArgumentException(
            "Cannot compare unit with standard error '%s': it is not positive; use the pooled spread"
                .formatted(error));
      }
    }
    double[] known = new double[values.length];
    Arrays.fill(known, Double.POSITIVE_INFINITY);
    return ofParts(new double[][] {values}, new double[][] {standardErrors}, new double[][] {known})
        .get(0);
  }

  /**
   * Compares units part by part, with one spread beyond chance for all parts: five domains of six
   * bodies say more of it than one domain does. Values are a part's distance from the rest of the
   * same unit, so that P parts count as P − 1.
   *
   * @param values by part and unit
   * @param standardErrors by part and unit; 0 where a unit takes no part
   * @param degrees of freedom of each standard error, infinite where it is known
   * @return one funnel a part, absent units with probability 1
   */
  public static List<OthersFunnel> ofParts(
      double[][] values, double[][] standardErrors, double[][] degrees) {
    List<OthersFunnel> funnels = new ArrayList<>();
    for (int part = 0; part < values.length; part++) {
      int n = values[part].length;
      if (standardErrors[part].length != n) {
        throw new IllegalArgumentException(
            "Cannot compare '%d values with %d errors': they must pair; give one of each a unit"
                .formatted(n, standardErrors[part].length));
      }
      funnels.add(blank(n, Arrays.stream(standardErrors[part]).filter(e -> e > 0).count()));
    }
    int units = values.length == 0 ? 0 : values[0].length;
    for (int unit = 0; unit < units; unit++) {
      OthersSpread spread = OthersSpread.without(unit, values, standardErrors);
      for (int part = 0; part < values.length; part++) {
        if (standardErrors[part][unit] > 0 && funnels.get(part).status() == Status.OK) {
          funnels
              .get(part)
              .set(
                  unit,
                  spread,
                  part,
                  values[part][unit],
                  standardErrors[part][unit],
                  degrees[part][unit]);
        }
      }
    }
    return funnels;
  }

  private static OthersFunnel blank(int n, long present) {
    Status status = present == 0 ? Status.NO_DATA : present < 3 ? Status.TOO_FEW : Status.OK;
    double[] probabilities = new double[n];
    Arrays.fill(probabilities, 1);
    return new OthersFunnel(status, new double[n], new double[n], new double[n], probabilities);
  }

  private void set(
      int unit, OthersSpread spread, int part, double value, double error, double degrees) {
    centres[unit] = spread.centre(part);
    differences[unit] = value - centres[unit];
    probabilities[unit] = spread.probability(part, value, error, degrees);
    reaches[unit] = spread.reach(part, error, degrees);
  }
}
