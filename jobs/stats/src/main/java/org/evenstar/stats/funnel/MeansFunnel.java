package org.evenstar.stats.funnel;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.evenstar.stats.Distributions;
import org.evenstar.stats.Status;

/**
 * A funnel of means about their inverse-variance mean, with over-dispersion both ways.
 *
 * <p>{@code z_i = (x_i - target)/s_i}, winsorised at its tenths; additive limits {@code target ± z
 * √(s_i² + τ²)}, multiplicative ones {@code target ± z √max(1, φ) s_i}. References: Spiegelhalter
 * (2005); Spiegelhalter et al. (2012), J. R. Stat. Soc. A 175. A change of unit changes no flag. No
 * unit: {@link Status#NO_DATA}, one unit: {@link Status#TOO_FEW}.
 *
 * @param status OK, NO_DATA or TOO_FEW
 * @param target the inverse-variance mean, 0 when there is no unit
 * @param overDispersion φ and τ² of the winsorised z
 * @param z before allowing for over-dispersion
 * @param winsorisedZ the z that entered φ
 * @param adjustedZ {@code (x - target)/√(s² + τ²)}
 * @param probabilities two-sided, from {@code adjustedZ}
 * @param limits additive
 * @param multiplicativeLimits by √φ
 * @param positions each unit against {@code limits}
 */
@SuppressWarnings("ArrayRecordComponent") // columns out, by design of this module
public record MeansFunnel(
    Status status,
    double target,
    OverDispersion overDispersion,
    double[] z,
    double[] winsorisedZ,
    double[] adjustedZ,
    double[] probabilities,
    Limits limits,
    Limits multiplicativeLimits,
    Position[] positions) {

  /**
   * Draws the funnel about the inverse-variance mean.
   *
   * @param means one mean per unit
   * @param errors its standard error, {@code sd/√n}, positive
   */
  public static MeansFunnel of(double[] means, double[] errors) {
    requireUnits(means, errors);
    double weights = 0;
    double sum = 0;
    for (int i = 0; i < means.length; i++) {
      double weight = 1 / (errors[i] * errors[i]);
      weights += weight;
      sum += weight * means[i];
    }
    return of(means, errors, means.length == 0 ? 0 : sum / weights);
  }

  /** Draws the funnel about a given target, such as 0 for differences from the expected mean. */
  public static MeansFunnel of(double[] means, double[] errors, double target) {
    requireUnits(means, errors);
    int n = means.length;
    double[] z = new double[n];
    for (int i = 0; i < n; i++) {
      z[i] = (means[i] - target) / errors[i];
    }
    double[] winsorised = OverDispersion.winsorised(z, 0.1);
    boolean[] isKept = new boolean[n];
    Arrays.fill(isKept, true);
    OverDispersion dispersion = OverDispersion.of(winsorised, errors, isKept);
    double[] spreads =
        Arrays.stream(errors).map(s -> Math.sqrt(s * s + dispersion.tau2())).toArray();
    double[] adjusted = new double[n];
    for (int i = 0; i < n; i++) {
      adjusted[i] = (means[i] - target) / spreads[i];
    }
    double factor = Math.sqrt(Math.max(1, dispersion.phi()));
    Limits limits = Limits.of(n, (i, reach) -> target + reach * spreads[i]);
    return new MeansFunnel(
        n == 0 ? Status.NO_DATA : n == 1 ? Status.TOO_FEW : Status.OK,
        target,
        dispersion,
        z,
        winsorised,
        adjusted,
        Arrays.stream(adjusted).map(Distributions::normalTwoSided).toArray(),
        limits,
        Limits.of(n, (i, reach) -> target + reach * factor * errors[i]),
        IntStream.range(0, n)
            .mapToObj(i -> Position.of(means[i], limits, i))
            .toArray(Position[]::new));
  }

  private static void requireUnits(double[] means, double[] errors) {
    if (means.length != errors.length) {
      throw new IllegalArgumentException(
          "Cannot draw funnel of '%d means and %d errors': they must pair; give one of each a unit"
              .formatted(means.length, errors.length));
    }
    for (double error : errors) {
      if (!(error > 0)) {
        throw new IllegalArgumentException(
            "Cannot draw unit with standard error '%s': it is not positive; use the pooled spread"
                .formatted(error));
      }
    }
  }
}
