package org.evenstar.stats.severity;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a report holds beside the model's own options.
 *
 * @param severity of the model
 * @param afterFit of the tables
 * @param estimator whose severities are shown
 * @param domains number of domains
 * @param domainOf domain of each indicator, -1 for none; empty without domains
 * @param strata stratum of each institution for the marginal likelihood, from 0; empty for one
 * @param withCrossCheck whether to run the other estimators and compare
 * @param marginShare largest difference that does not matter, as a share of the scale
 * @param alpha level of each one-sided test of equivalence
 * @param power for the smallest detectable difference
 */
public record ReportOptions(
    SeverityOptions severity,
    AfterFitOptions afterFit,
    Estimator estimator,
    int domains,
    Optional<Assignment> domainOf,
    Optional<Assignment> strata,
    boolean withCrossCheck,
    double marginShare,
    double alpha,
    double power) {

  /** Conditional likelihood, no domains, no cross-check, margin 0.05, level 0.05, power 0.8. */
  public static final ReportOptions DEFAULT =
      new ReportOptions(
          SeverityOptions.DEFAULT,
          AfterFitOptions.DEFAULT,
          Estimator.CML,
          0,
          Optional.empty(),
          Optional.empty(),
          false,
          0.05,
          0.05,
          0.8);

  /** Things put into numbered classes. */
  public static final class Assignment {
    private final int[] classes;

    /** Copies the class of each thing. */
    public Assignment(int[] classes) {
      this.classes = classes.clone();
    }

    int[] classes(int length) {
      return Arrays.copyOf(classes, length);
    }
  }
}
