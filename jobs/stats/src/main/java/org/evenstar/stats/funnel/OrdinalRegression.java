package org.evenstar.stats.funnel;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.evenstar.stats.Status;

/**
 * Proportional-odds regression by maximum likelihood; with two categories it is logistic
 * regression.
 *
 * <p>{@code P(Y ≤ j) = logistic(α_j - xβ)}, j = 0 … K-2 (McCullagh 1980, J. R. Stat. Soc. B 42), by
 * Newton's method with halved steps; the log-likelihood is concave. No observation: NO_DATA; a
 * category never seen: TOO_FEW; collinear columns: NOT_IDENTIFIED; separated data: UNBOUNDED; in
 * these cases the arrays are empty.
 *
 * @param status OK or the reason why there is no fit
 * @param thresholds α, ascending
 * @param slopes β: positive raises the category
 * @param thresholdErrors standard errors of α from the observed information
 * @param slopeErrors standard errors of β
 * @param logLikelihood at the maximum; 0 when there is none
 * @param iterations Newton steps taken
 */
@SuppressWarnings("ArrayRecordComponent") // columns out, by design of this module
public record OrdinalRegression(
    Status status,
    double[] thresholds,
    double[] slopes,
    double[] thresholdErrors,
    double[] slopeErrors,
    double logLikelihood,
    int iterations) {

  private static final int MAX_ITERATIONS = 100;
  private static final double TOLERANCE = 1e-10;
  private static final double UNBOUNDED_LOGITS = 30;

  /**
   * Fits the regression.
   *
   * @param x one row of covariates per observation, no constant column
   * @param y its category, 0 to {@code categories} - 1
   * @param categories K, at least 2
   */
  public static OrdinalRegression fit(double[][] x, int[] y, int categories) {
    if (y.length == 0) {
      return absent(Status.NO_DATA, 0);
    }
    long[] counts = new long[categories];
    for (int category : y) {
      counts[category]++;
    }
    for (long count : counts) {
      if (count == 0) {
        return absent(Status.TOO_FEW, 0);
      }
    }
    int covariates = x[0].length;
    int parameters = categories - 1 + covariates;
    double[] at = new double[parameters];
    long below = 0;
    for (int j = 0; j < categories - 1; j++) {
      below += counts[j];
      at[j] = Math.log((double) below / (y.length - below));
    }
    OrdinalLikelihood likelihood = OrdinalLikelihood.at(x, y, categories, at);
    for (int iteration = 1; iteration <= MAX_ITERATIONS; iteration++) {
      double[] step;
      try {
        step = solver(likelihood).solve(new ArrayRealVector(likelihood.gradient())).toArray();
      } catch (SingularMatrixException e) {
        boolean isFar = largest(at) > UNBOUNDED_LOGITS / 2;
        return absent(isFar ? Status.UNBOUNDED : Status.NOT_IDENTIFIED, iteration);
      }
      double size = 1;
      OrdinalLikelihood next = likelihood;
      double[] to = at;
      for (int halving = 0; halving < 40; halving++) {
        to = moved(at, step, size);
        next = OrdinalLikelihood.at(x, y, categories, to);
        if (next.value() >= likelihood.value() - TOLERANCE) {
          break;
        }
        size /= 2;
      }
      at = to;
      likelihood = next;
      if (largest(at) > UNBOUNDED_LOGITS * Math.max(1, 1 / spread(x))) {
        return absent(Status.UNBOUNDED, iteration);
      }
      if (largest(step) < TOLERANCE) {
        return result(likelihood, at, categories, iteration);
      }
    }
    return absent(Status.NOT_CONVERGED, MAX_ITERATIONS);
  }

  /** The probability of each category for covariates {@code x}; needs a fit. */
  public double[] probabilities(double[] x) {
    int categories = thresholds.length + 1;
    double linear = 0;
    for (int i = 0; i < slopes.length; i++) {
      linear += x[i] * slopes[i];
    }
    double[] probabilities = new double[categories];
    double below = 0;
    for (int j = 0; j < categories; j++) {
      double upTo = j == categories - 1 ? 1 : OrdinalLikelihood.logistic(thresholds[j] - linear);
      probabilities[j] = upTo - below;
      below = upTo;
    }
    return probabilities;
  }

  private static OrdinalRegression result(
      OrdinalLikelihood likelihood, double[] at, int categories, int iterations) {
    RealMatrix covariance = solver(likelihood).getInverse();
    double[] errors = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      errors[i] = Math.sqrt(Math.max(0, covariance.getEntry(i, i)));
    }
    int cut = categories - 1;
    return new OrdinalRegression(
        Status.OK,
        java.util.Arrays.copyOf(at, cut),
        java.util.Arrays.copyOfRange(at, cut, at.length),
        java.util.Arrays.copyOf(errors, cut),
        java.util.Arrays.copyOfRange(errors, cut, at.length),
        likelihood.value(),
        iterations);
  }

  private static DecompositionSolver solver(OrdinalLikelihood likelihood) {
    return new LUDecomposition(new Array2DRowRealMatrix(likelihood.information(), false), 1e-9)
        .getSolver();
  }

  private static OrdinalRegression absent(Status status, int iterations) {
    double[] none = new double[0];
    return new OrdinalRegression(status, none, none, none, none, 0, iterations);
  }

  private static double[] moved(double[] from, double[] step, double size) {
    double[] to = from.clone();
    for (int i = 0; i < to.length; i++) {
      to[i] += size * step[i];
    }
    return to;
  }

  private static double largest(double[] numbers) {
    double largest = 0;
    for (double number : numbers) {
      largest = Math.max(largest, Math.abs(number));
    }
    return largest;
  }

  private static double spread(double[][] x) {
    double spread = 0;
    for (double[] row : x) {
      spread = Math.max(spread, largest(row));
    }
    return spread == 0 ? 1 : spread;
  }
}
