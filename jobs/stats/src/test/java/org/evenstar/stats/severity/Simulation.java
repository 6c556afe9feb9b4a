package org.evenstar.stats.severity;

import java.util.Random;

/** Ratings that obey the model: institutions have a home region and body, some are linked. */
final class Simulation {

  static final double[] SEVERITY = {-0.55, -0.25, -0.05, 0.10, 0.30, 0.45};
  static final double[] THRESHOLDS = {-1.1, 0.1, 1.0};
  private static final double[] UNEQUAL = {0.8, -0.48, 0.24, -0.16, -0.64, 0.4};

  private final Random random;
  private final int indicators;
  private double missingShare;
  private boolean isUnequal;
  private int biasedBody = -1;
  private int biasedTo;
  private double bias;

  Simulation(long seed, int indicators) {
    this.random = new Random(seed);
    this.indicators = indicators;
  }

  Simulation withMissing(double share) {
    missingShare = share;
    return this;
  }

  /** Regions differ in quality. */
  Simulation withUnequalRegions() {
    isUnequal = true;
    return this;
  }

  /** One body is stricter on the first indicators. */
  Simulation withBias(int body, int firstIndicators, double logits) {
    biasedBody = body;
    biasedTo = firstIndicators;
    bias = logits;
    return this;
  }

  double difficulty(int indicator) {
    return indicators == 1 ? 0 : -1.2 + 2.4 * indicator / (indicators - 1);
  }

  /** The first {@code linked} institutions are rated by all bodies, the others by their own. */
  SeverityData data(int institutions, int linked) {
    SeverityDataBuilder builder =
        SeverityData.builder().sizes(institutions, SEVERITY.length, indicators, 4);
    byte[] row = new byte[indicators];
    for (int institution = 0; institution < institutions; institution++) {
      int home = random.nextInt(SEVERITY.length);
      double theta = random.nextGaussian() + (isUnequal ? UNEQUAL[home] : 0);
      for (int body = 0; body < SEVERITY.length; body++) {
        if (institution < linked || body == home) {
          for (int i = 0; i < indicators; i++) {
            double shift = body == biasedBody && i < biasedTo ? bias : 0;
            double location = theta - difficulty(i) - SEVERITY[body] - shift;
            byte category = (byte) category(location, random.nextDouble());
            row[i] = missingShare > 0 && random.nextDouble() < missingShare ? -1 : category;
          }
          builder.addDossier(institution, body, row);
        }
      }
    }
    return builder.build();
  }

  static int category(double location, double uniform) {
    double[] p = new double[THRESHOLDS.length + 1];
    p[0] = 1;
    double total = 1;
    double log = 0;
    for (int k = 1; k < p.length; k++) {
      log += location - THRESHOLDS[k - 1];
      p[k] = Math.exp(log);
      total += p[k];
    }
    double at = uniform * total;
    for (int k = 0; k < p.length - 1; k++) {
      at -= p[k];
      if (at < 0) {
        return k;
      }
    }
    return p.length - 1;
  }
}
