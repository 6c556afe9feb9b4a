package org.evenstar.stats.variance;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.evenstar.stats.Distributions;
import org.evenstar.stats.Interval;
import org.evenstar.stats.Status;

/**
 * Variance components of crossed random factors by REML, with shrunken effects.
 *
 * <p>Model: {@code y = fixed + Σ u_term + e}, {@code u_term ~ N(0, σ²_term)}; fixed is one mean, or
 * a mean per level of a fixed factor. Patterson and Thompson (1971); compare lme4 (Bates et al.
 * 2015). A variance whose best value is 0 is given as 0 with effects of 0. No observation: NO_DATA;
 * fewer observations than fixed columns and one more: TOO_FEW; equal scores: NO_VARIATION; a term
 * with as many levels as observations or with one level: NOT_IDENTIFIED; arrays are then empty.
 *
 * @param status OK, NOT_CONVERGED (last iterate given), or why there is no fit
 * @param variances per term in the order given, the residual last
 * @param shares of their sum; zeros when the sum is 0
 * @param criterion −2 log restricted likelihood, as lme4 prints it for sum-to-zero contrasts
 * @param means the mean, or one mean per level of the fixed factor
 * @param meanErrors their standard errors
 * @param fixedEffects means minus their average, summing to zero
 * @param fixedEffectErrors their standard errors
 * @param effects shrunken effects per term and level (BLUP)
 * @param effectErrors standard errors given variances and fixed effects, as lme4's condVar
 * @param iterations average-information steps
 */
@SuppressWarnings("ArrayRecordComponent") // columns out, by design of this module
public record VarianceComponents(
    Status status,
    double[] variances,
    double[] shares,
    double criterion,
    double[] means,
    double[] meanErrors,
    double[] fixedEffects,
    double[] fixedEffectErrors,
    double[][] effects,
    double[][] effectErrors,
    int iterations) {

  private static final int MOST_GLOBAL_COLUMNS = 4_000;

  /** Fits with one common mean. */
  public static VarianceComponents fit(double[] y, List<Factor> random) {
    return fit(y, random, new Factor("mean", new int[y.length], 1));
  }

  /**
   * Fits with a mean per level of {@code fixed}, such as the bodies.
   *
   * @param y one score per observation
   * @param random crossed or nested factors and interactions, at least one
   */
  public static VarianceComponents fit(double[] y, List<Factor> random, Factor fixed) {
    Status status = problem(y, random, fixed);
    if (!status.isOk()) {
      return absent(status);
    }
    CrossedDesign design = design(random, fixed);
    double centre = Arrays.stream(y).average().orElseThrow();
    double[] sorted = Arrays.stream(design.order).mapToDouble(row -> y[row] - centre).toArray();
    Optional<Reml.Fit> fitted =
        new Reml(design, sorted, true, 1e-24).fit(start(sorted, design.terms), -1);
    return fitted.map(fit -> result(design, fit, centre)).orElse(absent(Status.NOT_IDENTIFIED));
  }

  /**
   * Profile intervals of the standard deviations, terms first, residual last, on the full
   * likelihood as lme4's {@code confint}: where twice the log likelihood falls by the chi-squared
   * quantile. A lower end of 0 means that the data allow none. Empty when the model cannot be
   * fitted or an upper end is not found.
   */
  public static List<Interval> profileIntervals(
      double[] y, List<Factor> random, double confidence) {
    Factor fixed = new Factor("mean", new int[y.length], 1);
    if (!problem(y, random, fixed).isOk()) {
      return List.of();
    }
    CrossedDesign design = design(random, fixed);
    double centre = Arrays.stream(y).average().orElseThrow();
    double[] sorted = Arrays.stream(design.order).mapToDouble(row -> y[row] - centre).toArray();
    Reml likelihood = new Reml(design, sorted, false, 1e-10);
    Optional<Reml.Fit> best = likelihood.fit(start(sorted, design.terms), -1);
    if (best.isEmpty()) {
      return List.of();
    }
    double allowed = best.get().deviance() + Distributions.chiSquaredQuantile(confidence, 1);
    double residual = best.get().variances()[design.terms];
    double[] positive =
        Arrays.stream(best.get().variances()).map(v -> Math.max(v, 1e-6 * residual)).toArray();
    Interval[] intervals = new Interval[positive.length];
    for (int i = 0; i < intervals.length; i++) {
      int held = i;
      UnivariateFunction excess =
          deviation -> {
            double[] at = positive.clone();
            at[held] = deviation * deviation;
            return likelihood.fit(at, held).map(fit -> fit.deviance() - allowed).orElse(1e9);
          };
      double middle = Math.sqrt(positive[i]);
      double floor = 1e-4 * Math.sqrt(residual);
      double high = 2 * middle;
      for (int doubling = 0; doubling < 20 && excess.value(high) < 0; doubling++) {
        high *= 2;
      }
      if (excess.value(high) < 0) {
        return List.of();
      }
      BrentSolver solver = new BrentSolver(1e-8);
      double upper = solver.solve(200, excess, middle, high);
      boolean allowsNone = middle <= floor || excess.value(floor) < 0;
      double lower = allowsNone ? 0 : solver.solve(200, excess, floor, middle);
      intervals[i] = new Interval(lower, upper);
    }
    return List.of(intervals);
  }

  private static VarianceComponents result(CrossedDesign design, Reml.Fit fit, double centre) {
    double residual = fit.variances()[design.terms];
    double sum = Arrays.stream(fit.variances()).sum();
    double[] means =
        Arrays.stream(fit.solution().global(), design.fixedOffset, design.globals)
            .map(mean -> mean + centre)
            .toArray();
    int p = means.length;
    double[][] inverse = fit.model().fixedInverse();
    double[] errors = new double[p];
    double[] effectErrors = new double[p];
    double[] deviations = new double[p];
    double average = Arrays.stream(means).average().orElseThrow();
    double grand = Arrays.stream(inverse).flatMapToDouble(Arrays::stream).sum() / (p * (double) p);
    for (int i = 0; i < p; i++) {
      deviations[i] = means[i] - average;
      errors[i] = Math.sqrt(residual * inverse[i][i]);
      double shared = Arrays.stream(inverse[i]).sum() / p;
      effectErrors[i] = Math.sqrt(Math.max(0, residual * (inverse[i][i] - 2 * shared + grand)));
    }
    double[][] effects = Reml.effects(design, fit.solution());
    double[][] diagonals = fit.model().diagonals(true);
    for (int term = 0; term < design.terms; term++) {
      boolean isGone = fit.variances()[term] == 0;
      for (int level = 0; level < effects[term].length; level++) {
        effects[term][level] = isGone ? 0 : effects[term][level];
        diagonals[term][level] = isGone ? 0 : Math.sqrt(residual * diagonals[term][level]);
      }
    }
    return new VarianceComponents(
        fit.status(),
        fit.variances(),
        Arrays.stream(fit.variances()).map(v -> sum == 0 ? 0 : v / sum).toArray(),
        // Cell means against mean and sum-to-zero contrasts: the determinant of that change is p.
        fit.deviance() + 2 * Math.log(p),
        means,
        errors,
        deviations,
        effectErrors,
        effects,
        diagonals,
        fit.iterations());
  }

  private static CrossedDesign design(List<Factor> random, Factor fixed) {
    CrossedDesign design = CrossedDesign.of(random, fixed);
    if (design.globals > MOST_GLOBAL_COLUMNS) {
      throw new IllegalArgumentException(
          "Cannot fit '%d' crossed columns: at most %d can cross the largest factor; drop an interaction"
              .formatted(design.globals, MOST_GLOBAL_COLUMNS));
    }
    return design;
  }

  private static Status problem(double[] y, List<Factor> random, Factor fixed) {
    if (y.length == 0) {
      return Status.NO_DATA;
    }
    if (y.length <= fixed.levels() + 1) {
      return Status.TOO_FEW;
    }
    if (Arrays.stream(y).allMatch(value -> value == y[0])) {
      return Status.NO_VARIATION;
    }
    boolean isSaturated =
        random.stream().anyMatch(term -> term.levels() >= y.length || term.levels() < 2);
    return isSaturated || random.isEmpty() ? Status.NOT_IDENTIFIED : Status.OK;
  }

  private static double[] start(double[] centred, int terms) {
    double total = Arrays.stream(centred).map(value -> value * value).sum() / centred.length;
    double[] start = new double[terms + 1];
    Arrays.fill(start, total / (2 * terms));
    start[terms] = total / 2;
    return start;
  }

  private static VarianceComponents absent(Status status) {
    double[] none = new double[0];
    double[][] nothing = new double[0][];
    return new VarianceComponents(
        status, none, none, 0, none, none, none, none, nothing, nothing, 0);
  }
}
