package org.evenstar.stats.severity;

import java.util.Optional;

/**
 * All that is said of one body.
 *
 * @param body its number
 * @param status what can be said
 * @param component number of its component in the result's list, -1 where it has none
 * @param n ratings
 * @param dossiers dossiers
 * @param observedAverage mean category, from 0; 0 where it has no rating
 * @param estimated the estimates, where there are some
 */
public record BodyRow(
    int body,
    BodyStatus status,
    int component,
    long n,
    long dossiers,
    double observedAverage,
    Optional<Estimated> estimated) {

  /** What can be said of a body. */
  public enum BodyStatus {
    /** Its severity is comparable with all bodies of its component, at the error asked for. */
    ESTIMATED,
    /** The same, but its standard error is larger than asked for. */
    WEAKLY_LINKED,
    /** It was held fixed. */
    ANCHORED,
    /** Its linked ratings are all at one end. */
    UNBOUNDED,
    /** It shares no informative institution with another body. */
    NOT_LINKED,
    /** The model as a whole has no estimate. */
    NOT_ESTIMATED,
    /** It has no rating. */
    NO_DATA
  }

  /**
   * Estimates of a body.
   *
   * @param severity in logits, positive is stricter, centred within the component
   * @param standardError in logits
   * @param robustError the sandwich by institution, in logits
   * @param severityScore what the severity takes from a score of 0 to 1 at the mean location
   * @param lower lower end of the 95 % interval of {@code severityScore}
   * @param upper upper end
   * @param fairAverage category expected at the mean location and difficulty, from 0
   * @param linkedInstitutions informative institutions shared with another body
   * @param fit how its ratings fit
   */
  public record Estimated(
      double severity,
      double standardError,
      double robustError,
      double severityScore,
      double lower,
      double upper,
      double fairAverage,
      int linkedInstitutions,
      FitStatistics fit) {}
}
