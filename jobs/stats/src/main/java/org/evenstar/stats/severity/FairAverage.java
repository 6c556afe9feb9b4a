package org.evenstar.stats.severity;

/**
 * The category a body would give on average to an institution of the same location on an indicator
 * of mean difficulty: observed averages with the institutions' quality taken out.
 */
public final class FairAverage {

  private FairAverage() {}

  /**
   * Expected category of a body, from 0.
   *
   * @param theta location of the institution, in logits, usually the mean
   */
  public static double of(RaschParameters parameters, int body, double theta) {
    double location = theta - parameters.meanDifficulty() - parameters.severity(body);
    double log = 0;
    double total = 1;
    double sum = 0;
    for (int k = 1; k <= parameters.steps(); k++) {
      log += location - parameters.meanThreshold(k - 1);
      double weight = Math.exp(log);
      total += weight;
      sum += k * weight;
    }
    return sum / total;
  }
}
