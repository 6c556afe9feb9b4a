package org.evenstar.stats.sensitivity;

import java.util.SplittableRandom;
import org.evenstar.stats.Status;

/**
 * First-order and total sensitivity indices of a model of independent uniform inputs.
 *
 * <p>Two seeded samples A and B of {@code n} rows and the mixtures A with column i of B: {@code S_i
 * = mean(f_B (f_ABi - f_A))/V} (Saltelli et al. 2010, Computer Physics Communications 181) and
 * {@code T_i = mean((f_A - f_ABi)²)/2V} (Jansen 1999). A model that does not vary: NO_VARIATION,
 * zeros. First-order indices can fall slightly below 0 by sampling.
 *
 * @param status OK or NO_VARIATION
 * @param first share of the variance due to each input alone
 * @param total share due to each input with all its interactions
 * @param variance of the model's answer
 * @param evaluations of the model
 */
@SuppressWarnings("ArrayRecordComponent") // columns out, by design of this module
public record Sobol(
    Status status, double[] first, double[] total, double variance, int evaluations) {

  /** A model of inputs in [0, 1). */
  @FunctionalInterface
  public interface Model {
    /** The answer for one set of inputs. */
    double at(double[] inputs);
  }

  /**
   * Estimates the indices.
   *
   * @param inputs how many the model has
   * @param n rows of each sample; the model is evaluated {@code n (inputs + 2)} times
   */
  public static Sobol of(Model model, int inputs, int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] cross = new double[inputs];
    double[] apart = new double[inputs];
    double sum = 0;
    double squares = 0;
    double[] a = new double[inputs];
    double[] b = new double[inputs];
    for (int row = 0; row < n; row++) {
      for (int i = 0; i < inputs; i++) {
        a[i] = random.nextDouble();
        b[i] = random.nextDouble();
      }
      double atA = model.at(a);
      double atB = model.at(b);
      sum += atA + atB;
      squares += atA * atA + atB * atB;
      for (int i = 0; i < inputs; i++) {
        double kept = a[i];
        a[i] = b[i];
        double mixed = model.at(a);
        a[i] = kept;
        cross[i] += atB * (mixed - atA);
        apart[i] += (atA - mixed) * (atA - mixed);
      }
    }
    double mean = sum / (2.0 * n);
    double variance = squares / (2.0 * n) - mean * mean;
    int evaluations = n * (inputs + 2);
    if (!(variance > 1e-15 * Math.max(1, mean * mean))) {
      return new Sobol(Status.NO_VARIATION, new double[inputs], new double[inputs], 0, evaluations);
    }
    for (int i = 0; i < inputs; i++) {
      cross[i] /= n * variance;
      apart[i] /= 2 * n * variance;
    }
    return new Sobol(Status.OK, cross, apart, variance, evaluations);
  }
}
