package org.evenstar.stats.funnel;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.evenstar.stats.Status;

/**
 * A funnel of observed over expected counts with additive over-dispersion.
 *
 * <p>{@code z = (y - y₀)/s} on the method's scale, {@code y₀} the scaled ratio 1; limits are {@code
 * y₀ ± z √(s² + τ²)} taken back to the ratio. References: Spiegelhalter (2005); NHS Digital, SHMI
 * methodology.
 *
 * <p>Rule for zero counts: under SHMI the logarithm takes an observed 0 as 0.5, so that z is finite
 * and still the lowest for its expectation; the ratio itself stays 0. No unit: {@link
 * Status#NO_DATA}; one unit: {@link Status#TOO_FEW}, its limits without over-dispersion. Ties share
 * a mean rank.
 *
 * @param status OK, NO_DATA or TOO_FEW
 * @param overDispersion φ and τ² of the kept units
 * @param ratios O/E
 * @param z before allowing for over-dispersion
 * @param tamedZ winsorised z (CQC) or z itself (SHMI)
 * @param isKept which units took part in φ and τ²
 * @param adjustedZ {@code (y - y₀)/√(s² + τ²)}
 * @param limits with over-dispersion, on the ratio
 * @param poisson exact limits without over-dispersion
 * @param positions each unit against {@code limits}
 */
@SuppressWarnings("ArrayRecordComponent") // columns out, by design of this module
public record RatioFunnel(
    Status status,
    OverDispersion overDispersion,
    double[] ratios,
    double[] z,
    double[] tamedZ,
    boolean[] isKept,
    double[] adjustedZ,
    Limits limits,
    Limits poisson,
    Position[] positions) {

  private static final double TAMED_SHARE = 0.1;

  /** The six-decimal quantiles that published ratio funnels use. */
  private static final double Z_95 = 1.959964;

  private static final double Z_998 = 3.090232;

  /**
   * Draws the funnel.
   *
   * @param observed counts, at least 0
   * @param expected their expectations, positive
   */
  public static RatioFunnel of(double[] observed, double[] expected, RatioMethod method) {
    requireUnits(observed, expected);
    int n = observed.length;
    double target = method.scaled(1);
    double[] ratios = new double[n];
    double[] errors = new double[n];
    double[] z = new double[n];
    for (int i = 0; i < n; i++) {
      ratios[i] = observed[i] / expected[i];
      errors[i] = method.error(expected[i]);
      z[i] = (scaledRatio(observed[i], expected[i], method) - target) / errors[i];
    }
    boolean isTruncating = method == RatioMethod.SHMI;
    double[] tamed = isTruncating ? z.clone() : OverDispersion.winsorised(z, TAMED_SHARE);
    boolean[] isKept = new boolean[n];
    Arrays.fill(isKept, true);
    if (isTruncating) {
      dropOuterTenths(z, isKept);
    }
    OverDispersion dispersion = OverDispersion.of(tamed, errors, isKept);
    double[] adjusted = new double[n];
    for (int i = 0; i < n; i++) {
      adjusted[i] = z[i] * errors[i] / spread(errors[i], dispersion);
    }
    Limits limits =
        Limits.of(
            n,
            Z_95,
            Z_998,
            (i, reach) -> method.ratio(target + reach * spread(errors[i], dispersion)));
    Position[] positions =
        IntStream.range(0, n)
            .mapToObj(i -> Position.of(ratios[i], limits, i))
            .toArray(Position[]::new);
    Status status = n == 0 ? Status.NO_DATA : n == 1 ? Status.TOO_FEW : Status.OK;
    return new RatioFunnel(
        status,
        dispersion,
        ratios,
        z,
        tamed,
        isKept,
        adjusted,
        limits,
        Limits.poisson(expected),
        positions);
  }

  private static double scaledRatio(double observed, double expected, RatioMethod method) {
    double counted = observed == 0 && method == RatioMethod.SHMI ? 0.5 : observed;
    return method.scaled(counted / expected);
  }

  private static double spread(double error, OverDispersion dispersion) {
    return Math.sqrt(error * error + dispersion.tau2());
  }

  /** SHMI's trimming: ten groups by rank, {@code ⌊10 rank/(n+1)⌋}; the first and last go. */
  private static void dropOuterTenths(double[] z, boolean[] isKept) {
    double[] sorted = z.clone();
    Arrays.sort(sorted);
    int n = z.length;
    for (int i = 0; i < n; i++) {
      int first = lowerBound(sorted, z[i]);
      int after = first;
      while (after < n && sorted[after] == z[i]) {
        after++;
      }
      double rank = (first + 1 + after) / 2.0;
      int tenth = (int) Math.floor(rank * 10 / (n + 1));
      isKept[i] = tenth > 0 && tenth < 9;
    }
  }

  private static int lowerBound(double[] sorted, double value) {
    int index = Arrays.binarySearch(sorted, value);
    while (index > 0 && sorted[index - 1] == value) {
      index--;
    }
    return index;
  }

  private static void requireUnits(double[] observed, double[] expected) {
    if (observed.length != expected.length) {
      throw new IllegalArgumentException(
          "Cannot draw funnel of '%d observed and %d expected': they must pair; give one of each a unit"
              .formatted(observed.length, expected.length));
    }
    for (int i = 0; i < observed.length; i++) {
      if (!(observed[i] >= 0) || !(expected[i] > 0)) {
        throw new IllegalArgumentException(
            "Cannot draw unit with '%s observed, %s expected': observed is at least 0 and expected above 0; leave the unit out and say why"
                .formatted(observed[i], expected[i]));
      }
    }
  }
}
