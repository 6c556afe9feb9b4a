package org.evenstar.stats.funnel;

/**
 * Log-likelihood of the proportional-odds model with gradient and observed information.
 *
 * @param value the log-likelihood
 * @param gradient over (α, β)
 * @param information minus the Hessian
 */
@SuppressWarnings("ArrayRecordComponent") // columns out, by design of this module
record OrdinalLikelihood(double value, double[] gradient, double[][] information) {

  /** The likelihood at parameters (α, β); minus infinity where the thresholds are disordered. */
  static OrdinalLikelihood at(double[][] x, int[] y, int categories, double[] at) {
    int cut = categories - 1;
    int parameters = at.length;
    double[] gradient = new double[parameters];
    double[][] information = new double[parameters][parameters];
    double value = 0;
    double[] upperSlope = new double[parameters];
    double[] lowerSlope = new double[parameters];
    for (int i = 0; i < y.length; i++) {
      double linear = 0;
      for (int c = cut; c < parameters; c++) {
        linear += x[i][c - cut] * at[c];
      }
      boolean hasUpper = y[i] < cut;
      boolean hasLower = y[i] > 0;
      double upper = hasUpper ? logistic(at[y[i]] - linear) : 1;
      double lower = hasLower ? logistic(at[y[i] - 1] - linear) : 0;
      double p = upper - lower;
      if (!(p > 0)) {
        return new OrdinalLikelihood(Double.NEGATIVE_INFINITY, gradient, information);
      }
      value += Math.log(p);
      for (int c = 0; c < parameters; c++) {
        double shared = c < cut ? 0 : -x[i][c - cut];
        upperSlope[c] = hasUpper ? (c == y[i] ? 1 : shared) : 0;
        lowerSlope[c] = hasLower ? (c == y[i] - 1 ? 1 : shared) : 0;
      }
      double upperDensity = upper * (1 - upper);
      double lowerDensity = lower * (1 - lower);
      double upperBend = upperDensity * (1 - 2 * upper);
      double lowerBend = lowerDensity * (1 - 2 * lower);
      for (int a = 0; a < parameters; a++) {
        double slopeA = (upperDensity * upperSlope[a] - lowerDensity * lowerSlope[a]) / p;
        gradient[a] += slopeA;
        for (int b = 0; b <= a; b++) {
          double slopeB = (upperDensity * upperSlope[b] - lowerDensity * lowerSlope[b]) / p;
          double bend =
              (upperBend * upperSlope[a] * upperSlope[b]
                      - lowerBend * lowerSlope[a] * lowerSlope[b])
                  / p;
          information[a][b] += slopeA * slopeB - bend;
        }
      }
    }
    for (int a = 0; a < parameters; a++) {
      for (int b = 0; b < a; b++) {
        information[b][a] = information[a][b];
      }
    }
    return new OrdinalLikelihood(value, gradient, information);
  }

  static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
