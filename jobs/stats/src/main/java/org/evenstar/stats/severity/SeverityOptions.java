package org.evenstar.stats.severity;

import java.util.Map;

/**
 * What is asked of the severity model.
 *
 * @param model whether indicators share thresholds
 * @param normaliser how the conditional likelihood is normalised
 * @param threads threads to use; the bits of the answer do not depend on it
 * @param maximumIterations Newton steps at most
 * @param wantedError a body whose standard error is larger is flagged as weakly linked, in logits
 * @param anchoredBodies severities held fixed, by body, in logits
 * @param anchoredIndicators difficulties held fixed, by indicator, in logits
 */
public record SeverityOptions(
    RaschModel model,
    Normaliser normaliser,
    int threads,
    int maximumIterations,
    double wantedError,
    Map<Integer, Double> anchoredBodies,
    Map<Integer, Double> anchoredIndicators) {

  /** Rating scale, one thread, 100 steps, a wanted error of 0.1 logit, no anchor. */
  public static final SeverityOptions DEFAULT =
      new SeverityOptions(
          RaschModel.RATING_SCALE, Normaliser.AUTOMATIC, 1, 100, 0.1, Map.of(), Map.of());

  /** Copies the anchors. */
  public SeverityOptions {
    anchoredBodies = Map.copyOf(anchoredBodies);
    anchoredIndicators = Map.copyOf(anchoredIndicators);
  }

  /** The same with another model. */
  public SeverityOptions with(RaschModel other) {
    return new SeverityOptions(
        other,
        normaliser,
        threads,
        maximumIterations,
        wantedError,
        anchoredBodies,
        anchoredIndicators);
  }

  /** The same with another normaliser. */
  public SeverityOptions with(Normaliser other) {
    return new SeverityOptions(
        model, other, threads, maximumIterations, wantedError, anchoredBodies, anchoredIndicators);
  }

  /** The same with another number of threads. */
  public SeverityOptions withThreads(int other) {
    return new SeverityOptions(
        model,
        normaliser,
        other,
        maximumIterations,
        wantedError,
        anchoredBodies,
        anchoredIndicators);
  }

  /** The same with another wanted standard error, in logits. */
  public SeverityOptions withWantedError(double other) {
    return new SeverityOptions(
        model, normaliser, threads, maximumIterations, other, anchoredBodies, anchoredIndicators);
  }

  /** The same with severities and difficulties held fixed, in logits. */
  public SeverityOptions withAnchors(Map<Integer, Double> bodies, Map<Integer, Double> indicators) {
    return new SeverityOptions(
        model, normaliser, threads, maximumIterations, wantedError, bodies, indicators);
  }
}
