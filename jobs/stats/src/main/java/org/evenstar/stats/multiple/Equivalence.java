package org.evenstar.stats.multiple;

import org.evenstar.stats.Distributions;
import org.evenstar.stats.Interval;

/**
 * Whether two things have been shown to be the same, by two one-sided tests.
 *
 * <p>With margin m the difference d is SAME when the interval {@code d ± z(1-α) se} lies inside
 * {@code (-m, m)}: both {@code d ≤ -m} and {@code d ≥ m} are refused at level α (Schuirmann 1987,
 * J. Pharmacokinetics 15). Else it is DIFFERENT when {@code |d|/se} exceeds {@code z(1-α/2)}, else
 * TOO_LITTLE_DATA. A difference both significant and within the margin is SAME: too small to
 * matter. At d = ±m the chance of a wrong SAME is at most α.
 *
 * @param answer the verdict
 * @param probability the larger of the two one-sided probabilities
 * @param interval the interval of confidence 1 - 2α that decides
 */
public record Equivalence(Answer answer, double probability, Interval interval) {

  /** What can be said of a difference. */
  public enum Answer {
    /** Shown to be the same within the margin. */
    SAME,
    /** Shown to differ. */
    DIFFERENT,
    /** Neither is shown. */
    TOO_LITTLE_DATA,
    /** The data do not determine the difference at all. */
    NOT_IDENTIFIED
  }

  /**
   * Tests one difference.
   *
   * @param difference the estimate
   * @param standardError its standard error, positive
   * @param margin the largest difference that does not matter, positive, in the same unit
   * @param alpha the level, such as 0.05
   */
  public static Equivalence test(
      double difference, double standardError, double margin, double alpha) {
    if (!(standardError > 0) || !(margin > 0)) {
      throw new IllegalArgumentException(
          "Cannot test equivalence with standard error '%s' and margin '%s': both must be positive; report NOT_IDENTIFIED when there is no error"
              .formatted(standardError, margin));
    }
    double below = Distributions.normalCdf((difference - margin) / standardError);
    double above = Distributions.normalCdf((-margin - difference) / standardError);
    double probability = Math.max(below, above);
    double reach = Distributions.normalQuantile(1 - alpha) * standardError;
    boolean differs = Distributions.normalTwoSided(difference / standardError) < alpha;
    Answer answer =
        probability < alpha ? Answer.SAME : differs ? Answer.DIFFERENT : Answer.TOO_LITTLE_DATA;
    return new Equivalence(
        answer, probability, new Interval(difference - reach, difference + reach));
  }
}
