package org.evenstar.stats.severity;

/**
 * Turns logits of severity into shares of the score scale: what a body's severity is worth to an
 * institution of a given location on an indicator of mean difficulty.
 *
 * <p>{@code score(s) = (E(0) - E(s)) / highest category}, E the expected category at severity s;
 * its slope is the category's variance over the highest category.
 */
public final class SeverityScale {

  private final RaschParameters parameters;
  private final double theta;

  /**
   * A scale.
   *
   * @param theta location of the institution, in logits, usually the mean
   */
  public SeverityScale(RaschParameters parameters, double theta) {
    this.parameters = parameters;
    this.theta = theta;
  }

  /** Expected category at a severity in logits, from 0. */
  public double expected(double severity) {
    return moments(severity)[0];
  }

  /** What a severity in logits takes from a score of 0 to 1; positive is stricter. */
  public double score(double severity) {
    return (expected(0) - expected(severity)) / parameters.steps();
  }

  /** Change of {@link #score} for one logit, at a severity in logits. */
  public double slope(double severity) {
    return moments(severity)[1] / parameters.steps();
  }

  /** The difference in logits that is worth a share of the scale, around severity 0. */
  public double logits(double share) {
    return share / slope(0);
  }

  private double[] moments(double severity) {
    double location = theta - parameters.meanDifficulty() - severity;
    double log = 0;
    double total = 1;
    double sum = 0;
    double squares = 0;
    for (int k = 1; k <= parameters.steps(); k++) {
      log += location - parameters.meanThreshold(k - 1);
      double weight = Math.exp(log);
      total += weight;
      sum += k * weight;
      squares += (double) k * k * weight;
    }
    double mean = sum / total;
    return new double[] {mean, squares / total - mean * mean};
  }
}
