package org.evenstar.stats.funnel;

import java.util.Arrays;
import org.evenstar.stats.Distributions;
import org.evenstar.stats.Status;

/**
 * Each unit against the spread of all others: does it stand apart from them?
 *
 * <p>For unit i the others' inverse-variance mean is the centre and their variance beyond chance τ²
 * (DerSimonian and Laird 1986, Controlled Clinical Trials 7); the difference has variance {@code
 * s_i² + τ² + Σ w²(s² + τ²)/(Σw)²}, w = 1/s² over the others. A unit never hides behind the spread
 * that it makes itself, which matters when there are few: among six units a z from a common τ²
 * cannot exceed 2.04. This is the externally studentised deletion residual of meta-analysis
 * (Viechtbauer and Cheung 2010, Research Synthesis Methods 1) with moments. Where the others vary
 * beyond chance, their spread is itself estimated from n − 1 units, so the difference is held to
 * Student's t with n − 2 degrees of freedom, not to the normal distribution. Linear in the number
 * of units.
 *
 * @param status OK, NO_DATA without units, TOO_FEW below three
 * @param centres the others' mean; 0 when not computed
 * @param differences value less centre
 * @param errors standard error of the difference
 * @param tau2 the others' variance beyond chance
 * @param probabilities two-sided; 1 when not computed
 */
@SuppressWarnings("ArrayRecordComponent") // columns out, by design of this module
public record OthersFunnel(
    Status status,
    double[] centres,
    double[] differences,
    double[] errors,
    double[] tau2,
    double[] probabilities) {

  /**
   * Compares each unit with all others.
   *
   * @param values one per unit
   * @param standardErrors of the values, positive
   */
  public static OthersFunnel of(double[] values, double[] standardErrors) {
    int n = values.length;
    if (standardErrors.length != n) {
      throw new IllegalArgumentException(
          "Cannot compare '%d values with %d errors': they must pair; give one of each a unit"
              .formatted(n, standardErrors.length));
    }
    double[] centres = new double[n];
    double[] differences = new double[n];
    double[] errors = new double[n];
    double[] tau2 = new double[n];
    double[] probabilities = new double[n];
    Arrays.fill(probabilities, 1);
    if (n < 3) {
      Status status = n == 0 ? Status.NO_DATA : Status.TOO_FEW;
      return new OthersFunnel(status, centres, differences, errors, tau2, probabilities);
    }
    // Sums about the plain mean, so that taking one unit out again loses no digits.
    double origin = Arrays.stream(values).sum() / n;
    double[] all = new double[4];
    for (int i = 0; i < n; i++) {
      add(all, values[i] - origin, standardErrors[i], 1);
    }
    for (int i = 0; i < n; i++) {
      double[] others = all.clone();
      add(others, values[i] - origin, standardErrors[i], -1);
      double centre = others[1] / others[0];
      double excess = others[2] - centre * others[1] - (n - 2);
      double squares = others[3] / others[0];
      double beyond = Math.max(0, excess / (others[0] - squares));
      double variance = standardErrors[i] * standardErrors[i] + beyond;
      variance += 1 / others[0] + beyond * squares / others[0];
      centres[i] = origin + centre;
      differences[i] = values[i] - centres[i];
      errors[i] = Math.sqrt(variance);
      tau2[i] = beyond;
      double ratio = differences[i] / errors[i];
      probabilities[i] =
          beyond > 0 ? Distributions.tTwoSided(ratio, n - 2) : Distributions.normalTwoSided(ratio);
    }
    return new OthersFunnel(Status.OK, centres, differences, errors, tau2, probabilities);
  }

  /** Half the width of unit i's 95 % interval, on the distribution that its p is taken from. */
  public double reach(int i) {
    double quantile =
        tau2[i] > 0
            ? Distributions.tQuantile(0.975, differences.length - 2)
            : Distributions.normalQuantile(0.975);
    return quantile * errors[i];
  }

  /** Adds Σw, Σwx, Σwx² and Σw² of one unit. */
  private static void add(double[] sums, double value, double error, int sign) {
    if (!(error > 0)) {
      throw new IllegalArgumentException(
          "Cannot compare unit with standard error '%s': it is not positive; use the pooled spread"
              .formatted(error));
    }
    double weight = 1 / (error * error);
    sums[0] += sign * weight;
    sums[1] += sign * weight * value;
    sums[2] += sign * weight * value * value;
    sums[3] += sign * weight * weight;
  }
}
