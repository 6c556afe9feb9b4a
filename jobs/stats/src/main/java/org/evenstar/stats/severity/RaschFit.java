package org.evenstar.stats.severity;

import java.util.List;
import java.util.Optional;

/** A fitted many-facet Rasch model. Numbers of bodies and indicators are the caller's. */
public final class RaschFit {

  private final RaschParameters parameters;
  private final List<BodyEstimate> bodies;
  private final List<IndicatorEstimate> indicators;
  private final List<ThresholdEstimate> thresholds;
  private final double[][] bodyCovariance;
  private final double logLikelihood;
  private final int iterations;
  private final double largestStep;
  private final int informativeInstitutions;
  private final int linkedInstitutions;
  private final Groups groups;

  RaschFit(
      RaschParameters parameters,
      List<BodyEstimate> bodies,
      List<IndicatorEstimate> indicators,
      List<ThresholdEstimate> thresholds,
      double[][] bodyCovariance,
      double logLikelihood,
      int iterations,
      double largestStep,
      int informativeInstitutions,
      int linkedInstitutions,
      Groups groups) {
    this.parameters = parameters;
    this.bodies = List.copyOf(bodies);
    this.indicators = List.copyOf(indicators);
    this.thresholds = List.copyOf(thresholds);
    this.bodyCovariance = bodyCovariance;
    this.logLikelihood = logLikelihood;
    this.iterations = iterations;
    this.largestStep = largestStep;
    this.informativeInstitutions = informativeInstitutions;
    this.linkedInstitutions = linkedInstitutions;
    this.groups = groups;
  }

  /** All parameter values; zero for bodies and indicators that were not estimated. */
  public RaschParameters parameters() {
    return parameters;
  }

  /** Bodies estimated, in order of number. */
  public List<BodyEstimate> bodies() {
    return bodies;
  }

  /** The estimate of one body, where there is one. */
  public Optional<BodyEstimate> body(int body) {
    return bodies.stream().filter(estimate -> estimate.body() == body).findFirst();
  }

  /** Indicators estimated, in order of number. */
  public List<IndicatorEstimate> indicators() {
    return indicators;
  }

  /** Thresholds, by indicator (one row under the rating scale model) and step. */
  public List<ThresholdEstimate> thresholds() {
    return thresholds;
  }

  /** Standard error of the difference between the severities of two estimated bodies, in logits. */
  public double differenceError(int bodyA, int bodyB) {
    int a = position(bodyA);
    int b = position(bodyB);
    double variance = bodyCovariance[a][a] + bodyCovariance[b][b] - 2 * bodyCovariance[a][b];
    return Math.sqrt(Math.max(0, variance));
  }

  /** Log likelihood, conditional on all totals. */
  public double logLikelihood() {
    return logLikelihood;
  }

  /** Newton steps taken. */
  public int iterations() {
    return iterations;
  }

  /** Largest change of a parameter in the last step, in logits. */
  public double largestStep() {
    return largestStep;
  }

  /** Institutions with at least two ratings whose total is neither lowest nor highest. */
  public int informativeInstitutions() {
    return informativeInstitutions;
  }

  /** Informative institutions rated by two or more bodies: the only ones that tell severity. */
  public int linkedInstitutions() {
    return linkedInstitutions;
  }

  Groups groups() {
    return groups;
  }

  /** The same bodies with another estimator's parameters and errors; covariances stay. */
  RaschFit with(RaschParameters other, List<Double> bodyErrors, double otherLogLikelihood) {
    List<BodyEstimate> otherBodies =
        bodies.stream()
            .map(
                body ->
                    new BodyEstimate(
                        body.body(),
                        other.severity(body.body()),
                        bodyErrors.get(body.body()),
                        body.robustError(),
                        body.component(),
                        body.linkedInstitutions(),
                        body.isWeaklyLinked(),
                        body.isAnchored()))
            .toList();
    List<IndicatorEstimate> otherIndicators =
        indicators.stream()
            .map(
                item ->
                    new IndicatorEstimate(
                        item.indicator(),
                        other.difficulty(item.indicator()),
                        item.standardError(),
                        item.robustError(),
                        item.isAnchored()))
            .toList();
    List<ThresholdEstimate> otherThresholds =
        thresholds.stream()
            .map(
                t ->
                    new ThresholdEstimate(
                        t.indicator(),
                        t.step(),
                        other.threshold(Math.max(0, t.indicator()), t.step()),
                        t.standardError()))
            .toList();
    return new RaschFit(
        other,
        otherBodies,
        otherIndicators,
        otherThresholds,
        bodyCovariance,
        otherLogLikelihood,
        iterations,
        largestStep,
        informativeInstitutions,
        linkedInstitutions,
        groups);
  }

  /** Standard errors by number of body, 0 where there is none. */
  List<Double> bodyErrors() {
    Double[] errors = new Double[parameters.bodies()];
    java.util.Arrays.fill(errors, 0.0);
    bodies.forEach(body -> errors[body.body()] = body.standardError());
    return List.of(errors);
  }

  private int position(int body) {
    for (int position = 0; position < bodies.size(); position++) {
      if (bodies.get(position).body() == body) {
        return position;
      }
    }
    throw new IllegalArgumentException(
        "Cannot compare body '%d': it has no estimate; look at its status first".formatted(body));
  }
}
