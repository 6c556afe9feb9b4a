package org.evenstar.stats.funnel;

import java.util.Arrays;
import org.evenstar.stats.Distributions;

/**
 * How far from the others a further unit may lie by chance: a mixture over the others' variance
 * beyond chance τ².
 *
 * <p>With {@code Q(T) = Σ (x - μ_T)²/(s² + T)}, μ_T the mean weighted by 1/(s² + T), the others
 * give {@code P(τ² ≤ T) = P(χ²_{k-1} ≥ Q(T))}, an atom at T = 0 included. Given T the distance of a
 * unit with error s from μ_T is normal with variance {@code s² + T + 1/Σ 1/(s² + T)}. Several parts
 * share T; their Q and degrees of freedom add up, times (P-1)/P where parts are distances from the
 * rest of their unit. Above a hundred units the moment estimate of DerSimonian and Laird (1986)
 * stands for the mixture.
 */
final class OthersSpread {
  private static final int MOST_MIXED = 100;
  private static final double STEP = 0.2;
  private static final int MOST_STEPS = 1000;
  private static final double NO_MASS = 1e-14;
  private static final double ALPHA = 0.05;
  private static final double NORMAL_REACH = Distributions.normalReach(1 - ALPHA);
  private static final double NORMAL_PEAK = 1 / Math.sqrt(2 * Math.PI);
  private static final int MOST_ITERATIONS = 60;

  private final double[] mass;
  private final double[] tau2;

  /** By part and value of τ²: the others' mean and its variance. */
  private final double[][] means;

  private final double[][] meanVariances;

  /** What is left beyond the largest τ² looked at, where any distance is likely. */
  private final double rest;

  private OthersSpread(
      double[] mass, double[] tau2, double[][] means, double[][] meanVariances, double rest) {
    this.mass = mass;
    this.tau2 = tau2;
    this.means = means;
    this.meanVariances = meanVariances;
    this.rest = rest;
  }

  /** The spread of all units but one; arrays as in {@link OthersFunnel#ofParts}. */
  static OthersSpread without(int unit, double[][] values, double[][] errors) {
    int parts = values.length;
    double[][] x = new double[parts][];
    double[][] s2 = new double[parts][];
    for (int part = 0; part < parts; part++) {
      x[part] = new double[values[part].length];
      s2[part] = new double[values[part].length];
      int k = 0;
      for (int i = 0; i < values[part].length; i++) {
        if (i != unit && errors[part][i] > 0) {
          x[part][k] = values[part][i];
          s2[part][k++] = errors[part][i] * errors[part][i];
        }
      }
      x[part] = Arrays.copyOf(x[part], k);
      s2[part] = Arrays.copyOf(s2[part], k);
    }
    return values[0].length > MOST_MIXED ? moments(x, s2) : mixed(x, s2);
  }

  private static OthersSpread mixed(double[][] x, double[][] s2) {
    double least = Double.MAX_VALUE;
    double farthest = 0;
    for (int part = 0; part < x.length; part++) {
      for (int i = 0; i < x[part].length; i++) {
        least = Math.min(least, s2[part][i]);
        farthest = Math.max(farthest, s2[part][i] + square(x[part][i] - x[part][0]));
      }
    }
    double df = degrees(x);
    double[] tau2 = new double[MOST_STEPS];
    double[] mass = new double[MOST_STEPS];
    double[][] means = new double[x.length][MOST_STEPS];
    double[][] variances = new double[x.length][MOST_STEPS];
    double beyond = 1;
    int steps = 0;
    while (steps < MOST_STEPS && (steps == 0 || beyond > NO_MASS)) {
      double upper = least * Math.expm1(STEP * steps);
      // The atom at 0 first, then each step at its middle, with the mass up to its upper end.
      double middle = steps == 0 ? 0 : least * Math.expm1(STEP * (steps - 0.5));
      double left = df > 0 ? Distributions.chiSquaredLowerTail(q(x, s2, upper), df) : 0;
      tau2[steps] = middle;
      mass[steps] = beyond - left;
      for (int part = 0; part < x.length; part++) {
        double weight = weight(s2[part], middle);
        means[part][steps] = mean(x[part], s2[part], middle, weight);
        variances[part][steps] = 1 / weight;
      }
      beyond = left;
      steps++;
      if (upper > 1e4 * farthest) {
        break;
      }
    }
    return new OthersSpread(
        Arrays.copyOf(mass, steps), Arrays.copyOf(tau2, steps), means, variances, beyond);
  }

  private static OthersSpread moments(double[][] x, double[][] s2) {
    double excess = 0;
    double scale = 0;
    for (int part = 0; part < x.length; part++) {
      double weight = weight(s2[part], 0);
      double squares = Arrays.stream(s2[part]).map(v -> 1 / (v * v)).sum();
      excess += part(x[part], s2[part], 0) - (x[part].length - 1);
      scale += weight - squares / weight;
    }
    double tau2 = Math.max(0, excess / scale);
    double[][] means = new double[x.length][1];
    double[][] variances = new double[x.length][1];
    for (int part = 0; part < x.length; part++) {
      double weight = weight(s2[part], tau2);
      means[part][0] = mean(x[part], s2[part], tau2, weight);
      variances[part][0] = 1 / weight;
    }
    return new OthersSpread(new double[] {1}, new double[] {tau2}, means, variances, 0);
  }

  private static double share(double[][] x) {
    return x.length > 1 ? (x.length - 1.0) / x.length : 1;
  }

  private static double degrees(double[][] x) {
    return share(x) * Arrays.stream(x).mapToInt(part -> Math.max(0, part.length - 1)).sum();
  }

  private static double q(double[][] x, double[][] s2, double tau2) {
    double sum = 0;
    for (int part = 0; part < x.length; part++) {
      sum += part(x[part], s2[part], tau2);
    }
    return share(x) * sum;
  }

  private static double part(double[] x, double[] s2, double tau2) {
    double mean = mean(x, s2, tau2, weight(s2, tau2));
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += square(x[i] - mean) / (s2[i] + tau2);
    }
    return sum;
  }

  private static double weight(double[] s2, double tau2) {
    double weight = 0;
    for (double variance : s2) {
      weight += 1 / (variance + tau2);
    }
    return weight;
  }

  private static double mean(double[] x, double[] s2, double tau2, double weight) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] / (s2[i] + tau2);
    }
    return sum / weight;
  }

  private static double square(double value) {
    return value * value;
  }

  /** The others' mean in one part. */
  double centre(int part) {
    double sum = 0;
    double total = 0;
    for (int step = 0; step < mass.length; step++) {
      sum += mass[step] * means[part][step];
      total += mass[step];
    }
    return total > 0 ? sum / total : means[part][0];
  }

  /**
   * The two-sided probability of so far a unit.
   *
   * @param degrees of freedom of the unit's own error, infinite where it is known
   */
  double probability(int part, double value, double error, double degrees) {
    double p = rest;
    for (int step = 0; step < mass.length; step++) {
      double t = (value - means[part][step]) / deviation(part, error, step);
      p += mass[step] * Distributions.normalTwoSided(normal(t, df(part, error, degrees, step)));
    }
    return Math.min(1, p);
  }

  /** The distance from the centre that five in a hundred units exceed, by Newton's steps. */
  double reach(int part, double error, double degrees) {
    // From below, as no variance is smaller than the first; the probability is convex beyond.
    double at = NORMAL_REACH * deviation(part, error, 0);
    for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
      double above = rest - ALPHA;
      double slope = 0;
      for (int step = 0; step < mass.length; step++) {
        double deviation = deviation(part, error, step);
        double t = at / deviation;
        double df = df(part, error, degrees, step);
        double z = normal(t, df);
        above += mass[step] * Distributions.normalTwoSided(z);
        double steepness =
            Double.isInfinite(df) ? 1 : square(factor(df)) * t / (z * (1 + t * t / df));
        slope += mass[step] * 2 * NORMAL_PEAK * Math.exp(-z * z / 2) * steepness / deviation;
      }
      double move = slope > 0 ? above / slope : 0;
      at += move;
      if (Math.abs(move) < 1e-9 * at) {
        break;
      }
    }
    return at;
  }

  private double deviation(int part, double error, int step) {
    return Math.sqrt(error * error + tau2[step] + meanVariances[part][step]);
  }

  /** Satterthwaite's: only the unit's own part of the variance is estimated from its values. */
  private double df(int part, double error, double degrees, int step) {
    return degrees * square(square(deviation(part, error, step) / error));
  }

  /** The normal deviate of Student's t (Wallace 1959, Annals of Mathematical Statistics 30). */
  private static double normal(double t, double df) {
    return Double.isInfinite(df) ? t : factor(df) * Math.sqrt(df * Math.log1p(t * t / df));
  }

  private static double factor(double df) {
    return (8 * df + 1) / (8 * df + 3);
  }
}
