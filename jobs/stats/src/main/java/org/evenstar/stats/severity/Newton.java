package org.evenstar.stats.severity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Newton's method on the conditional likelihood, with flat directions held at zero and steps halved
 * while the likelihood falls. Bounded: iterations, halvings and the size of a step.
 */
final class Newton {

  /** Beyond this a parameter is taken to run away, in logits. */
  static final double RUNAWAY = 12;

  private static final double SMALL_STEP = 1e-8;
  private static final double LARGEST_STEP = 2;
  private static final int MOST_HALVINGS = 8;

  private final ConditionalLikelihood likelihood;
  private final Layout layout;
  private final List<double[]> flat;
  private RaschParameters parameters;
  private Likelihood sums;
  private double logLikelihood;
  private Optional<Cholesky> factor = Optional.empty();
  private int iterations;
  private double largestStep = Double.MAX_VALUE;
  private boolean isRunaway;

  Newton(
      ConditionalLikelihood likelihood,
      Layout layout,
      List<double[]> flat,
      RaschParameters start,
      int maximumIterations) {
    this.likelihood = likelihood;
    this.layout = layout;
    this.flat = flat;
    this.parameters = start;
    this.sums = likelihood.at(start);
    this.logLikelihood = likelihood.logLikelihood(start, sums);
    while (iterations < maximumIterations && largestStep > SMALL_STEP && !isRunaway) {
      isRunaway = !step();
      iterations++;
    }
    factorise();
  }

  /** Whether the last step was small and the information is regular. */
  boolean isConverged() {
    return largestStep <= SMALL_STEP && factor.isPresent() && !isRunaway;
  }

  /** Whether the search was stopped because an estimate grew without end. */
  boolean isRunaway() {
    return isRunaway;
  }

  RaschParameters parameters() {
    return parameters;
  }

  double logLikelihood() {
    return logLikelihood;
  }

  int iterations() {
    return iterations;
  }

  double largestStep() {
    return largestStep;
  }

  /**
   * The covariance of the free parameters, by rows: inverse information where flat directions are
   * held. With A = F + w G G' and G'x = 0, it is A^-1 F A^-1.
   */
  double[] covariance() {
    return sandwich(sums.information);
  }

  /** A^-1 M A^-1 for a symmetric M. */
  double[] sandwich(double[] middle) {
    int size = layout.size();
    double[] inverse = factor.orElseThrow().inverse();
    return multiply(multiply(inverse, middle, size), inverse, size);
  }

  private boolean step() {
    factorise();
    if (factor.isEmpty()) {
      return false;
    }
    double[] step = factor.get().solve(likelihood.gradient(sums));
    double largest = Arrays.stream(step).map(Math::abs).max().orElse(0);
    double scale = largest > LARGEST_STEP ? LARGEST_STEP / largest : 1;
    for (int halving = 0; halving < MOST_HALVINGS; halving++) {
      RaschParameters moved = layout.moved(parameters, step, scale);
      Likelihood movedSums = likelihood.at(moved);
      double movedLog = likelihood.logLikelihood(moved, movedSums);
      // The likelihood is a sum of many terms; below this a fall is rounding.
      if (movedLog >= logLikelihood - 1e-10 * Math.abs(logLikelihood) || largest < 1e-5) {
        parameters = moved;
        sums = movedSums;
        logLikelihood = movedLog;
        break;
      }
      scale /= 2;
    }
    largestStep = scale * largest;
    return !isBeyond();
  }

  private void factorise() {
    int size = layout.size();
    double[] matrix = sums.information.clone();
    double trace = 0;
    for (int i = 0; i < size; i++) {
      trace += matrix[i * size + i];
    }
    double weight = size == 0 ? 0 : trace / size;
    for (double[] direction : flat) {
      for (int a = 0; a < size; a++) {
        if (direction[a] != 0) {
          for (int b = 0; b < size; b++) {
            matrix[a * size + b] += weight * direction[a] * direction[b];
          }
        }
      }
    }
    factor = Cholesky.of(matrix, size, 1e-11);
  }

  private boolean isBeyond() {
    for (int body = 0; body < parameters.bodies(); body++) {
      if (layout.body(body) >= 0 && Math.abs(parameters.severity(body)) > RUNAWAY) {
        return true;
      }
    }
    for (int item = 0; item < parameters.indicators(); item++) {
      if (layout.item(item) >= 0 && Math.abs(parameters.difficulty(item)) > RUNAWAY) {
        return true;
      }
    }
    return false;
  }

  private static double[] multiply(double[] a, double[] b, int size) {
    double[] product = new double[size * size];
    for (int row = 0; row < size; row++) {
      for (int k = 0; k < size; k++) {
        double factor = a[row * size + k];
        if (factor != 0) {
          for (int column = 0; column < size; column++) {
            product[row * size + column] += factor * b[k * size + column];
          }
        }
      }
    }
    return product;
  }
}
