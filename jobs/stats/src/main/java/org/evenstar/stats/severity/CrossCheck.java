package org.evenstar.stats.severity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Severities by three estimators that assume different things.
 *
 * <p>Marginal likelihood assumes that institutions of a stratum are drawn from one normal
 * distribution; where it disagrees with the conditional estimate, the strata do not tell the
 * bodies' institutions apart. Joint likelihood is biased; where it disagrees, dossiers are short.
 *
 * @param rows one for each body with a conditional estimate
 * @param tolerance difference from which estimators disagree, in logits
 * @param marginal the marginal fit, where it was asked for and converged
 */
public record CrossCheck(List<Row> rows, double tolerance, Optional<MarginalFit> marginal) {

  /**
   * One body.
   *
   * @param body the body
   * @param conditional its severity, in logits
   * @param marginal by marginal likelihood, absent where it did not converge
   * @param joint by corrected joint likelihood, absent where there is none
   * @param marginalDisagrees whether the marginal estimate is farther away than the tolerance
   * @param jointDisagrees whether the joint estimate is
   */
  public record Row(
      int body,
      double conditional,
      OptionalDouble marginal,
      OptionalDouble joint,
      boolean marginalDisagrees,
      boolean jointDisagrees) {}

  /** Copies its list. */
  public CrossCheck {
    rows = List.copyOf(rows);
  }

  /**
   * Compares.
   *
   * @param fit the conditional fit, of an identified design
   * @param stratum stratum of each institution, from 0
   * @param tolerance in logits, such as 0.03
   */
  public static CrossCheck of(
      SeverityData data, SeverityOptions options, RaschFit fit, int[] stratum, double tolerance) {
    Optional<MarginalFit> marginal =
        Optional.of(MarginalRasch.estimate(fit, stratum)).filter(MarginalFit::isConverged);
    Optional<RaschParameters> joint = JointRasch.estimate(data, options);
    List<Row> rows = new ArrayList<>();
    for (BodyEstimate body : fit.bodies()) {
      OptionalDouble byMarginal =
          value(marginal.map(found -> found.parameters().severity(body.body())));
      OptionalDouble byJoint = value(joint.map(found -> found.severity(body.body())));
      rows.add(
          new Row(
              body.body(),
              body.severity(),
              byMarginal,
              byJoint,
              isFar(byMarginal, body.severity(), tolerance),
              isFar(byJoint, body.severity(), tolerance)));
    }
    return new CrossCheck(rows, tolerance, marginal);
  }

  /** Whether any estimator disagrees on any body. */
  public boolean disagrees() {
    return rows.stream().anyMatch(row -> row.marginalDisagrees() || row.jointDisagrees());
  }

  private static OptionalDouble value(Optional<Double> found) {
    return found.isPresent() ? OptionalDouble.of(found.get()) : OptionalDouble.empty();
  }

  private static boolean isFar(OptionalDouble found, double from, double tolerance) {
    return found.isPresent() && Math.abs(found.getAsDouble() - from) > tolerance;
  }
}
