package org.evenstar.stats.drift;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.evenstar.stats.Distributions;
import org.evenstar.stats.Status;

/**
 * Too many scores at a threshold and too few just below it.
 *
 * <p>The counterfactual is a Poisson regression of the counts on a polynomial of the score over a
 * window, leaving out the threshold and the scores just below (Chetty et al. 2011, Quarterly J.
 * Economics 126). Where scores lie on a lattice, the polynomial multiplies a known shape ({@link
 * SumLattice}) in place of a constant, so that lumps of the lattice are no excess; scores that the
 * shape excludes take no part. {@code z = (observed - expected)/√(expected + var)}, var by the
 * delta method. Fewer fitted counts than coefficients or an empty window: {@link Status#TOO_FEW};
 * all numbers are then 0.
 *
 * @param status OK, TOO_FEW or NOT_CONVERGED
 * @param observedAt counts at the threshold
 * @param expectedAt what the neighbourhood predicts there
 * @param zAt its standardised excess
 * @param errorAt what it was standardised by
 * @param observedBelow counts in the left-out scores below
 * @param expectedBelow what the neighbourhood predicts there
 * @param zBelow its standardised excess, negative when scores were moved up
 */
public record Bunching(
    Status status,
    long observedAt,
    double expectedAt,
    double zAt,
    double errorAt,
    long observedBelow,
    double expectedBelow,
    double zBelow) {

  private static final int MAX_ITERATIONS = 100;

  /** Which counts are compared with which. */
  public record Window(int threshold, int reach, int below, int degree) {

    /** The window of case 06b: ±15 about the threshold, three scores below it, a quartic. */
    public static Window around(int threshold) {
      return new Window(threshold, 15, 3, 4);
    }

    /** Refuses windows that cannot be fitted. */
    public Window {
      if (reach < 1 || below < 0 || below >= reach || degree < 0) {
        throw new IllegalArgumentException(
            "Cannot fit window 'reach %d, below %d, degree %d': the left-out scores must lie inside; widen the reach"
                .formatted(reach, below, degree));
      }
    }
  }

  /**
   * Tests one threshold.
   *
   * @param counts how often each score {@code lowest + i} was given; scores outside count as absent
   * @param lowest the score of the first count
   * @param window the threshold and its neighbourhood
   */
  public static Bunching of(long[] counts, int lowest, Window window) {
    double[] flat = new double[counts.length];
    Arrays.fill(flat, 1);
    return of(counts, flat, lowest, window);
  }

  /**
   * Tests one threshold of scores whose spread has a known shape.
   *
   * @param counts how often each score {@code lowest + i} was given; scores outside count as absent
   * @param shape how often it would be expected but for a smooth factor; 0 where it cannot occur
   * @param lowest the score of the first count
   * @param window the threshold and its neighbourhood
   */
  public static Bunching of(long[] counts, double[] shape, int lowest, Window window) {
    int from = Math.max(lowest, window.threshold() - window.reach());
    int to = Math.min(lowest + counts.length - 1, window.threshold() + window.reach());
    int firstOut = window.threshold() - window.below();
    if (from > firstOut || to < window.threshold() || shape[window.threshold() - lowest] <= 0) {
      return absent(Status.TOO_FEW);
    }
    int fitted = 0;
    for (int score = from; score <= to; score++) {
      fitted += isFitted(score, window) && shape[score - lowest] > 0 ? 1 : 0;
    }
    if (fitted <= window.degree() + 1) {
      return absent(Status.TOO_FEW);
    }
    double[][] x = new double[fitted][];
    double[] y = new double[fitted];
    double[] offset = new double[fitted];
    double total = 0;
    int row = 0;
    for (int score = from; score <= to; score++) {
      if (isFitted(score, window) && shape[score - lowest] > 0) {
        x[row] = powers(score, window);
        offset[row] = Math.log(shape[score - lowest]);
        y[row] = counts[score - lowest];
        total += y[row++];
      }
    }
    if (total == 0) {
      return absent(Status.TOO_FEW);
    }
    PoissonFit fit = PoissonFit.of(x, y, offset);
    if (!fit.status.isOk()) {
      return absent(fit.status);
    }
    double[] gradientBelow = new double[window.degree() + 1];
    double expectedBelow = 0;
    long observedBelow = 0;
    for (int score = firstOut; score < window.threshold(); score++) {
      double[] powers = powers(score, window);
      double mean = shape[score - lowest] * fit.mean(powers);
      expectedBelow += mean;
      observedBelow += counts[score - lowest];
      for (int i = 0; i < powers.length; i++) {
        gradientBelow[i] += mean * powers[i];
      }
    }
    double[] atThreshold = powers(window.threshold(), window);
    double expectedAt = shape[window.threshold() - lowest] * fit.mean(atThreshold);
    double[] gradientAt = new ArrayRealVector(atThreshold).mapMultiply(expectedAt).toArray();
    long observedAt = counts[window.threshold() - lowest];
    return new Bunching(
        Status.OK,
        observedAt,
        expectedAt,
        (observedAt - expectedAt) / fit.error(expectedAt, gradientAt),
        fit.error(expectedAt, gradientAt),
        observedBelow,
        expectedBelow,
        window.below() == 0 || expectedBelow == 0
            ? 0
            : (observedBelow - expectedBelow) / fit.error(expectedBelow, gradientBelow));
  }

  /**
   * The two-sided probability of so many counts at the threshold: Poisson's about a mean that is
   * itself gamma distributed, for it was estimated. Counts are few where a body has few dossiers,
   * so that the normal z would make alarms of them.
   *
   * @param usual what is expected there beyond what the neighbourhood predicts, at least 0
   * @param usualError its standard error
   */
  public double probabilityAt(double usual, double usualError) {
    double mean = expectedAt + usual;
    double variance = errorAt * errorAt - expectedAt + usualError * usualError;
    if (observedAt == 0 || !(mean > 0)) {
      return 1;
    }
    double shape = mean * mean / Math.max(variance, 1e-9 * mean);
    double tail = Distributions.negativeBinomialUpperTail((double) observedAt, mean, shape);
    return Math.min(1, 2 * tail);
  }

  private static boolean isFitted(int score, Window window) {
    return score < window.threshold() - window.below() || score > window.threshold();
  }

  private static double[] powers(int score, Window window) {
    double t = (double) (score - window.threshold()) / window.reach();
    double[] powers = new double[window.degree() + 1];
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * t;
    }
    return powers;
  }

  private static Bunching absent(Status status) {
    return new Bunching(status, 0, 0, 0, 0, 0, 0, 0);
  }

  /** A log-linear Poisson regression by iteratively reweighted least squares. */
  private record PoissonFit(Status status, ArrayRealVector coefficients, RealMatrix covariance) {

    static PoissonFit of(double[][] x, double[] y, double[] offset) {
      RealMatrix design = new Array2DRowRealMatrix(x, false);
      double[] eta = new double[y.length];
      for (int i = 0; i < y.length; i++) {
        eta[i] = Math.log(y[i] + 0.1);
      }
      double previous = Double.MAX_VALUE;
      try {
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
          double[][] weighted = new double[y.length][];
          double[] working = new double[y.length];
          for (int i = 0; i < y.length; i++) {
            double mean = Math.exp(eta[i]);
            double root = Math.sqrt(mean);
            weighted[i] = new ArrayRealVector(x[i]).mapMultiply(root).toArray();
            working[i] = root * (eta[i] - offset[i] + (y[i] - mean) / mean);
          }
          RealMatrix scaled = new Array2DRowRealMatrix(weighted, false);
          ArrayRealVector beta =
              new ArrayRealVector(
                  new QRDecomposition(scaled, 1e-12)
                      .getSolver()
                      .solve(new ArrayRealVector(working)));
          eta = design.operate(beta).add(new ArrayRealVector(offset, false)).toArray();
          double deviance = 0;
          for (int i = 0; i < y.length; i++) {
            double mean = Math.exp(eta[i]);
            deviance += 2 * ((y[i] > 0 ? y[i] * Math.log(y[i] / mean) : 0) - (y[i] - mean));
          }
          // R's glm stops here too, and takes its covariance from the weights before this step.
          if (Math.abs(deviance - previous) < 1e-8 * (Math.abs(deviance) + 0.1)) {
            RealMatrix information = scaled.transpose().multiply(scaled);
            return new PoissonFit(
                Status.OK, beta, new QRDecomposition(information, 1e-14).getSolver().getInverse());
          }
          previous = deviance;
        }
      } catch (SingularMatrixException e) {
        return failed(Status.TOO_FEW);
      }
      return failed(Status.NOT_CONVERGED);
    }

    double mean(double[] powers) {
      return Math.exp(coefficients.dotProduct(new ArrayRealVector(powers)));
    }

    /** Of observed less expected: Poisson's and the fit's. */
    double error(double expected, double[] gradient) {
      ArrayRealVector slope = new ArrayRealVector(gradient);
      double variance = slope.dotProduct(covariance.operate(slope));
      return Math.sqrt(expected + variance);
    }

    private static PoissonFit failed(Status status) {
      return new PoissonFit(status, new ArrayRealVector(), new Array2DRowRealMatrix());
    }
  }
}
