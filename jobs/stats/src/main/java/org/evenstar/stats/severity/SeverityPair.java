package org.evenstar.stats.severity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenstar.stats.Interval;
import org.evenstar.stats.multiple.Equivalence;
import org.evenstar.stats.multiple.Power;

/**
 * Whether two bodies have been shown to be equally strict.
 *
 * @param bodyA one body
 * @param bodyB the other, of higher number
 * @param answer SAME, DIFFERENT, TOO_LITTLE_DATA, or NOT_IDENTIFIED across components
 * @param comparison the numbers, where the difference is identified
 */
public record SeverityPair(
    int bodyA, int bodyB, Equivalence.Answer answer, Optional<Comparison> comparison) {

  /**
   * The numbers behind an answer.
   *
   * @param difference severity of b less that of a, in logits
   * @param standardError of the difference, covariance included
   * @param interval of confidence {@code 1 - 2 alpha}, the one that decides on SAME
   * @param margin the largest difference that does not matter, in logits
   * @param smallestDetectable difference the data would show with the wanted power, in logits
   */
  public record Comparison(
      double difference,
      double standardError,
      Interval interval,
      double margin,
      double smallestDetectable) {}

  /**
   * All pairs of the given bodies.
   *
   * @param bodies bodies to pair, in order of number
   * @param margin in logits; see {@link SeverityScale#logits}
   * @param alpha level of each one-sided test
   * @param power for the smallest detectable difference
   */
  public static List<SeverityPair> all(
      SeverityResult result, List<Integer> bodies, double margin, double alpha, double power) {
    List<SeverityPair> pairs = new ArrayList<>();
    for (int a = 0; a < bodies.size(); a++) {
      for (int b = a + 1; b < bodies.size(); b++) {
        pairs.add(of(result, bodies.get(a), bodies.get(b), margin, alpha, power));
      }
    }
    return pairs;
  }

  private static SeverityPair of(
      SeverityResult result, int bodyA, int bodyB, double margin, double alpha, double power) {
    Optional<RaschFit> fit = result.fit();
    Optional<BodyEstimate> a = fit.flatMap(found -> found.body(bodyA));
    Optional<BodyEstimate> b = fit.flatMap(found -> found.body(bodyB));
    boolean isComparable =
        a.isPresent() && b.isPresent() && a.get().component() == b.get().component();
    double error = isComparable ? fit.orElseThrow().differenceError(bodyA, bodyB) : 0;
    if (!(error > 0)) {
      return new SeverityPair(bodyA, bodyB, Equivalence.Answer.NOT_IDENTIFIED, Optional.empty());
    }
    double difference = b.orElseThrow().severity() - a.orElseThrow().severity();
    Equivalence test = Equivalence.test(difference, error, margin, alpha);
    return new SeverityPair(
        bodyA,
        bodyB,
        test.answer(),
        Optional.of(
            new Comparison(
                difference,
                error,
                test.interval(),
                margin,
                Power.smallestDetectable(error, alpha, power))));
  }
}
