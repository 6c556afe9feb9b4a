package org.evenstar.stats.severity;

import java.util.Optional;

/**
 * Severities by joint maximum likelihood, shrunk by {@code (L - 1)/L} for its outward bias, L the
 * mean number of ratings of an informative institution: a cross-check of {@link ConditionalRasch}.
 *
 * <p>Wright and Douglas (1977), Applied Psychological Measurement 1. The bias left is of the order
 * of 1/L of a severity.
 */
public final class JointRasch {

  private JointRasch() {}

  /** Bias-corrected parameters, or empty where the conditional likelihood has no answer either. */
  public static Optional<RaschParameters> estimate(SeverityData data, SeverityOptions options) {
    Optional<RaschFit> fit = ConditionalRasch.estimate(data, options.with(Normaliser.JOINT)).fit();
    return fit.map(JointRasch::shrunk);
  }

  private static RaschParameters shrunk(RaschFit fit) {
    Groups groups = fit.groups();
    double ratings = 0;
    double institutions = 0;
    for (int group = 0; group < groups.groups(); group++) {
      if (groups.isInformative(group)) {
        ratings += (double) groups.size(group) * groups.length(groups.patternOf(group));
        institutions += groups.size(group);
      }
    }
    double share = 1 - institutions / ratings;
    RaschParameters joint = fit.parameters();
    double[] severity = joint.severities();
    double[] difficulty = joint.difficulties();
    double[][] thresholds = joint.thresholdRows();
    multiply(severity, share);
    multiply(difficulty, share);
    for (double[] row : thresholds) {
      multiply(row, share);
    }
    return new RaschParameters(joint.model(), severity, difficulty, thresholds);
  }

  private static void multiply(double[] values, double by) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= by;
    }
  }
}
