package org.evenstar.stats.sensitivity;

import java.util.SplittableRandom;

/** Random weights around given ones: gamma variables over their sum. */
final class Dirichlet {

  private Dirichlet() {}

  /** Weights with mean {@code base} and variance {@code base (1 - base)/(concentration + 1)}. */
  static double[] draw(double[] base, double concentration, SplittableRandom random) {
    double[] weights = new double[base.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = gamma(base[i] * concentration, random);
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return weights;
  }

  /** Marsaglia and Tsang (2000), ACM Trans. Math. Software 26; shapes below 1 by their power. */
  private static double gamma(double shape, SplittableRandom random) {
    if (shape < 1) {
      double power = Math.pow(1 - random.nextDouble(), 1 / shape);
      return Math.max(Double.MIN_NORMAL, gamma(shape + 1, random) * power);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = 1 + c * x;
      if (v > 0) {
        double cube = v * v * v;
        double u = 1 - random.nextDouble();
        if (Math.log(u) < 0.5 * x * x + d * (1 - cube + Math.log(cube))) {
          return d * cube;
        }
      }
    }
  }
}
