package org.evenstar.stats.funnel;

/** On which scale the ratio of observed to expected is nearly normal, and which z are tamed. */
public enum RatioMethod {
  /**
   * NHS Digital's SHMI: {@code y = log(O/E)}, {@code s = 1/√E}; the lowest and highest tenth by
   * rank are left out of the over-dispersion.
   */
  SHMI {
    @Override
    double scaled(double ratio) {
      return Math.log(ratio);
    }

    @Override
    double ratio(double scaled) {
      return Math.exp(scaled);
    }

    @Override
    double error(double expected) {
      return 1 / Math.sqrt(expected);
    }
  },
  /**
   * The Care Quality Commission's: {@code y = √(O/E)}, {@code s = 1/(2√E)}, z winsorised at its
   * tenths. Limits are squared back to the ratio (FunnelPlotR 0.6 leaves them on the root scale).
   */
  CQC {
    @Override
    double scaled(double ratio) {
      return Math.sqrt(ratio);
    }

    @Override
    double ratio(double scaled) {
      double atLeastZero = Math.max(0, scaled);
      return atLeastZero * atLeastZero;
    }

    @Override
    double error(double expected) {
      return 1 / (2 * Math.sqrt(expected));
    }
  };

  abstract double scaled(double ratio);

  abstract double ratio(double scaled);

  abstract double error(double expected);
}
