package org.evenstar.stats.benchmark;

import org.evenstar.stats.Status;

/**
 * The variance between regions and how well it is known.
 *
 * @param status OK or NOT_CONVERGED
 * @param value τ², at least 0
 * @param error its asymptotic standard error at {@code value}
 */
record TauSquared(Status status, double value, double error) {

  private static final int MAX_ITERATIONS = 1_000;
  private static final double TOLERANCE = 1e-13;

  static TauSquared of(double[] means, double[] variances, TauEstimator method) {
    return switch (method) {
      case DERSIMONIAN_LAIRD -> derSimonianLaird(means, variances);
      case PAULE_MANDEL -> pauleMandel(means, variances);
      case REML -> reml(means, variances);
    };
  }

  /** The "typical" sampling variance of Higgins and Thompson (2002), used in I². */
  static double typicalVariance(double[] variances) {
    Sums sums = Sums.of(variances, 0);
    return (variances.length - 1) / sums.trace();
  }

  private static TauSquared derSimonianLaird(double[] means, double[] variances) {
    int k = means.length;
    Sums sums = Sums.of(variances, 0);
    double q = WeightedMean.of(means, variances, 0).heterogeneity(means, variances, 0);
    double trace = sums.trace();
    double tau2 = Math.max(0, (q - (k - 1)) / trace);
    // Var(Q) under the model, as in Biggerstaff and Tweedie (1997).
    double ratio = sums.squares / sums.weights;
    double variance =
        2 * (k - 1)
            + 4 * trace * tau2
            + 2 * (sums.squares - 2 * sums.cubes / sums.weights + ratio * ratio) * tau2 * tau2;
    return new TauSquared(Status.OK, tau2, Math.sqrt(variance) / trace);
  }

  private static TauSquared pauleMandel(double[] means, double[] variances) {
    int k = means.length;
    if (excess(means, variances, 0) <= 0) {
      return new TauSquared(Status.OK, 0, generalisedError(k, variances, 0));
    }
    double tau2 = 0;
    // Q(τ²) is convex and falling, so Newton from below never overshoots.
    for (int i = 0; i < MAX_ITERATIONS; i++) {
      WeightedMean centre = WeightedMean.of(means, variances, tau2);
      double slope = 0;
      for (int j = 0; j < k; j++) {
        double scaled = (means[j] - centre.mean()) / (variances[j] + tau2);
        slope += scaled * scaled;
      }
      double step = excess(means, variances, tau2) / slope;
      tau2 += step;
      if (Math.abs(step) <= TOLERANCE * tau2) {
        return new TauSquared(Status.OK, tau2, generalisedError(k, variances, tau2));
      }
    }
    return new TauSquared(Status.NOT_CONVERGED, tau2, generalisedError(k, variances, tau2));
  }

  private static TauSquared reml(double[] means, double[] variances) {
    double tau2 = derSimonianLaird(means, variances).value;
    for (int i = 0; i < MAX_ITERATIONS; i++) {
      WeightedMean centre = WeightedMean.of(means, variances, tau2);
      Sums sums = Sums.of(variances, tau2);
      double fit = 0;
      for (int j = 0; j < means.length; j++) {
        double scaled = (means[j] - centre.mean()) / (variances[j] + tau2);
        fit += scaled * scaled;
      }
      double next = Math.max(0, tau2 + (fit - sums.trace()) / sums.information());
      double change = Math.abs(next - tau2);
      tau2 = next;
      if (change <= TOLERANCE * (tau2 + sums.smallest)) {
        return new TauSquared(Status.OK, tau2, remlError(variances, tau2));
      }
    }
    return new TauSquared(Status.NOT_CONVERGED, tau2, remlError(variances, tau2));
  }

  private static double excess(double[] means, double[] variances, double tau2) {
    WeightedMean centre = WeightedMean.of(means, variances, tau2);
    return centre.heterogeneity(means, variances, tau2) - (means.length - 1);
  }

  /** Morris (1983), J. Am. Stat. Assoc. 78, with metafor's correction for one mean. */
  private static double generalisedError(int k, double[] variances, double tau2) {
    return k * Math.sqrt(2.0 / (k - 1)) / Sums.of(variances, tau2).weights;
  }

  private static double remlError(double[] variances, double tau2) {
    return Math.sqrt(2 / Sums.of(variances, tau2).information());
  }

  /** Power sums of the weights {@code 1/(v_i + τ²)}. */
  private record Sums(double weights, double squares, double cubes, double smallest) {

    static Sums of(double[] variances, double tau2) {
      double weights = 0;
      double squares = 0;
      double cubes = 0;
      double smallest = Double.MAX_VALUE;
      for (double variance : variances) {
        double weight = 1 / (variance + tau2);
        weights += weight;
        squares += weight * weight;
        cubes += weight * weight * weight;
        smallest = Math.min(smallest, variance);
      }
      return new Sums(weights, squares, cubes, smallest);
    }

    /** tr(P) of the model with one common mean. */
    double trace() {
      return weights - squares / weights;
    }

    /** tr(P²): twice the expected information on τ². */
    double information() {
      double ratio = squares / weights;
      return squares - 2 * cubes / weights + ratio * ratio;
    }
  }
}
