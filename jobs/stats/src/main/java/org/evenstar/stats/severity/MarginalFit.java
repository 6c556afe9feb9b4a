package org.evenstar.stats.severity;

import java.util.List;

/**
 * Severities by marginal maximum likelihood.
 *
 * @param parameters all parameter values
 * @param bodyErrors standard error of each body from the full information, 0 where not estimated
 * @param strataMeans mean location of each stratum, in logits
 * @param deviation standard deviation of locations within strata, in logits
 * @param logLikelihood marginal log likelihood
 * @param iterations Newton steps taken
 * @param isConverged whether the last step was small
 */
public record MarginalFit(
    RaschParameters parameters,
    List<Double> bodyErrors,
    List<Double> strataMeans,
    double deviation,
    double logLikelihood,
    int iterations,
    boolean isConverged) {

  /** Copies its lists. */
  public MarginalFit {
    bodyErrors = List.copyOf(bodyErrors);
    strataMeans = List.copyOf(strataMeans);
  }
}
