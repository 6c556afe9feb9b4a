package org.evenstar.stats.variance;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.evenstar.stats.Status;

/**
 * Maximises the restricted (or full) likelihood by average information with exact gradients.
 *
 * <p>Gilmour, Thompson and Cullis (1995), Biometrics 51. Variances are held positive; one that
 * falls below {@value #NOTHING} of the residual while the likelihood still rises downwards is set
 * to 0.
 */
final class Reml {

  private static final int MAX_ITERATIONS = 200;
  private static final double NOTHING = 1e-9;

  /** Relative changes below this are rounding. */
  private static final double TOLERANCE = 1e-12;

  /** Differences of the deviance below this share of it are rounding. */
  private static final double ROUNDING = 1e-13;

  private final CrossedDesign design;
  private final double[] y;
  private final boolean isRestricted;
  private final int fixedColumns;
  private final double leastGain;

  /**
   * A likelihood to maximise.
   *
   * @param leastGain of log likelihood that a further step must promise
   */
  Reml(CrossedDesign design, double[] y, boolean isRestricted, double leastGain) {
    this.design = design;
    this.y = y;
    this.isRestricted = isRestricted;
    this.leastGain = leastGain;
    this.fixedColumns = design.globals - design.fixedOffset;
  }

  /** The likelihood at given variances: terms first, residual last. */
  @SuppressWarnings("ArrayRecordComponent") // columns out, by design of this module
  record Fit(
      Status status,
      double[] variances,
      double deviance,
      int iterations,
      MixedModel model,
      MixedModel.Solution solution) {}

  /**
   * Fits all variances but the held one.
   *
   * @param start variances to start from, positive
   * @param held index of a variance to keep, or -1
   */
  Optional<Fit> fit(double[] start, int held) {
    double[] at = start.clone();
    Optional<State> first = state(at);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    State state = first.get();
    boolean[] isGone = new boolean[at.length];
    for (int iteration = 1; iteration <= MAX_ITERATIONS; iteration++) {
      double[] score = state.score();
      for (int i = 0; i < design.terms; i++) {
        boolean falls = at[i] < NOTHING * at[design.terms] && score[i] <= 0;
        if (falls && i != held) {
          isGone[i] = true;
        }
      }
      double[] step = step(state, score, isGone, held);
      double[] to = moved(at, step, isGone, 1);
      State next = state(to).orElse(state);
      double ceiling = state.deviance + ROUNDING * Math.abs(state.deviance);
      for (int halving = 1; halving < 30 && !(next.deviance <= ceiling); halving++) {
        to = moved(at, step, isGone, Math.pow(0.5, halving));
        next = state(to).orElse(state);
      }
      double change = 0;
      for (int i = 0; i < at.length; i++) {
        change = Math.max(change, isGone[i] ? 0 : Math.abs(to[i] - at[i]) / at[i]);
      }
      if (next.deviance <= ceiling) {
        at = to;
        state = next;
      } else {
        change = 0;
      }
      if (change < TOLERANCE || isSettled(score, step, isGone)) {
        return Optional.of(state.fit(Status.OK, isGone, iteration));
      }
    }
    return Optional.of(state.fit(Status.NOT_CONVERGED, isGone, MAX_ITERATIONS));
  }

  /** The expected gain of a full step, beyond which rounding rules. */
  private boolean isSettled(double[] score, double[] step, boolean[] isGone) {
    double gain = 0;
    for (int i = 0; i < step.length; i++) {
      gain += isGone[i] ? 0 : Math.abs(score[i] * step[i]);
    }
    return gain < leastGain;
  }

  private double[] step(State state, double[] score, boolean[] isGone, int held) {
    int[] free =
        java.util.stream.IntStream.range(0, score.length)
            .filter(i -> !isGone[i] && i != held)
            .toArray();
    double[][] information = state.averageInformation();
    double[][] part = new double[free.length][free.length];
    double[] slope = new double[free.length];
    for (int a = 0; a < free.length; a++) {
      slope[a] = score[free[a]];
      for (int b = 0; b < free.length; b++) {
        part[a][b] = information[free[a]][free[b]];
      }
    }
    double[] step = new double[score.length];
    if (free.length == 0) {
      return step;
    }
    try {
      double[] solved =
          new LUDecomposition(new Array2DRowRealMatrix(part, false), 1e-300)
              .getSolver()
              .solve(new ArrayRealVector(slope))
              .toArray();
      for (int a = 0; a < free.length; a++) {
        step[free[a]] = solved[a];
      }
    } catch (SingularMatrixException e) {
      for (int a = 0; a < free.length; a++) {
        step[free[a]] = slope[a] / part[a][a];
      }
    }
    return step;
  }

  /** A step that never crosses zero: what would, falls to a tenth. */
  private static double[] moved(double[] at, double[] step, boolean[] isGone, double size) {
    double[] to = at.clone();
    for (int i = 0; i < to.length; i++) {
      if (!isGone[i]) {
        to[i] = Math.max(at[i] / 10, at[i] + size * step[i]);
      }
    }
    return to;
  }

  private Optional<State> state(double[] variances) {
    double residual = variances[design.terms];
    double[] ratios = new double[design.terms];
    for (int term = 0; term < design.terms; term++) {
      ratios[term] = residual / variances[term];
    }
    return MixedModel.factor(design, ratios).map(model -> new State(variances, model));
  }

  /** Everything the likelihood and its derivatives need at one point. */
  private final class State {
    private final double[] variances;
    private final MixedModel model;
    private final MixedModel.Solution solution;
    private final double[][] fitted;
    private final double[] errors;
    private final double deviance;

    State(double[] variances, MixedModel model) {
      this.variances = variances;
      this.model = model;
      this.solution = model.solve(y);
      this.fitted = new double[design.terms][design.n];
      this.errors = y.clone();
      spread();
      double residual = variances[design.terms];
      double random = 0;
      int columns = isRestricted ? fixedColumns : 0;
      double log = 0;
      for (int term = 0; term < design.terms; term++) {
        random += design.levels[term];
        log += design.levels[term] * Math.log(variances[term]);
      }
      double squares = 0;
      for (int i = 0; i < design.n; i++) {
        squares += y[i] * errors[i];
      }
      double freedom = design.n - columns;
      double determinant = isRestricted ? model.logDeterminant() : model.logDeterminantRandom();
      this.deviance =
          (freedom - random) * Math.log(residual)
              + log
              + determinant
              + squares / residual
              + freedom * Math.log(2 * Math.PI);
    }

    /** Lays the solution out over the rows: each term's effect, and the residual. */
    private void spread() {
      for (int group = 0; group < design.groups(); group++) {
        Pattern pattern = design.pattern(group);
        int start = design.localStart[group];
        for (int row = 0; row < pattern.localOf.length; row++) {
          int at = design.rowStart[group] + row;
          for (int column : pattern.localOf[row]) {
            double effect = solution.local()[start + column];
            fitted[pattern.localTerm[column]][at] = effect;
            errors[at] -= effect;
          }
          int used = 0;
          for (int term = 0; term < design.terms; term++) {
            if (!design.isLocal[term]) {
              double effect = solution.global()[pattern.globalOf[row][used++]];
              fitted[term][at] = effect;
              errors[at] -= effect;
            }
          }
          errors[at] -= solution.global()[pattern.globalOf[row][used]];
        }
      }
    }

    double[] score() {
      double residual = variances[design.terms];
      double[][] diagonals = model.diagonals(!isRestricted);
      double[][] effects = effects(design, solution);
      double[] score = new double[variances.length];
      double left = design.n - (isRestricted ? fixedColumns : 0);
      for (int term = 0; term < design.terms; term++) {
        double variance = variances[term];
        double trace = Arrays.stream(diagonals[term]).sum();
        double used = design.levels[term] - residual / variance * trace;
        double squares = Arrays.stream(effects[term]).map(u -> u * u).sum();
        score[term] = -0.5 * (used - squares / variance) / variance;
        left -= used;
      }
      double squares = Arrays.stream(errors).map(e -> e * e).sum();
      score[design.terms] = -0.5 * (left - squares / residual) / residual;
      return score;
    }

    double[][] averageInformation() {
      int size = variances.length;
      double residual = variances[design.terms];
      double[][] working = new double[size][];
      MixedModel.Solution[] solutions = new MixedModel.Solution[size];
      for (int i = 0; i < size; i++) {
        double[] source = i < design.terms ? fitted[i] : errors;
        double variance = variances[i];
        working[i] = Arrays.stream(source).map(value -> value / variance).toArray();
        solutions[i] = model.solve(working[i]);
      }
      double[][] information = new double[size][size];
      for (int i = 0; i < size; i++) {
        for (int j = 0; j <= i; j++) {
          double product = 0;
          for (int row = 0; row < design.n; row++) {
            product += working[i][row] * working[j][row];
          }
          information[i][j] = (product - solutions[i].dot(solutions[j])) / (2 * residual);
          information[j][i] = information[i][j];
        }
      }
      return information;
    }

    Fit fit(Status status, boolean[] isGone, int iterations) {
      double[] reported = variances.clone();
      for (int i = 0; i < reported.length; i++) {
        reported[i] = isGone[i] ? 0 : reported[i];
      }
      return new Fit(status, reported, deviance, iterations, model, solution);
    }
  }

  /** Effects of a solution by term and level. */
  static double[][] effects(CrossedDesign design, MixedModel.Solution solution) {
    double[][] effects = new double[design.terms][];
    for (int term = 0; term < design.terms; term++) {
      effects[term] =
          design.isLocal[term]
              ? new double[design.levels[term]]
              : Arrays.copyOfRange(
                  solution.global(),
                  design.offset[term],
                  design.offset[term] + design.levels[term]);
    }
    for (int group = 0; group < design.groups(); group++) {
      Pattern pattern = design.pattern(group);
      for (int i = 0; i < pattern.localTerm.length; i++) {
        int at = design.localStart[group] + i;
        effects[pattern.localTerm[i]][design.localLevel[at]] = solution.local()[at];
      }
    }
    return effects;
  }
}
