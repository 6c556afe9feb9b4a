package org.evenstar.stats.severity;

/**
 * Values of the many-facet Rasch model, in logits: {@code log P(k)/P(k-1) = theta - difficulty(i) -
 * severity(b) - threshold(i, k)}.
 *
 * <p>Linacre (1989), Many-Facet Rasch Measurement. Positive severity is stricter. Under the rating
 * scale model all indicators share one row of thresholds.
 */
public final class RaschParameters {

  private final RaschModel model;
  private final double[] severity;
  private final double[] difficulty;
  private final double[][] thresholds;

  /**
   * Copies its arrays.
   *
   * @param severity by body, in logits
   * @param difficulty by indicator, in logits
   * @param thresholds one row under the rating scale model, one row per indicator under partial
   *     credit; column t is the threshold between categories t and t + 1
   */
  public RaschParameters(
      RaschModel model, double[] severity, double[] difficulty, double[][] thresholds) {
    this.model = model;
    this.severity = severity.clone();
    this.difficulty = difficulty.clone();
    this.thresholds = new double[thresholds.length][];
    for (int row = 0; row < thresholds.length; row++) {
      this.thresholds[row] = thresholds[row].clone();
    }
  }

  /** All zero: where estimation starts. */
  static RaschParameters zero(RaschModel model, SeverityData data) {
    int rows = model == RaschModel.RATING_SCALE ? 1 : Math.max(1, data.indicators());
    return new RaschParameters(
        model,
        new double[data.bodies()],
        new double[data.indicators()],
        new double[rows][Math.max(0, data.categories() - 1)]);
  }

  /** Which thresholds there are. */
  public RaschModel model() {
    return model;
  }

  /** Number of bodies. */
  public int bodies() {
    return severity.length;
  }

  /** Number of indicators. */
  public int indicators() {
    return difficulty.length;
  }

  /** Number of thresholds of one indicator, one fewer than categories. */
  public int steps() {
    return thresholds[0].length;
  }

  /** Severity of a body, in logits. */
  public double severity(int body) {
    return severity[body];
  }

  /** Difficulty of an indicator, in logits. */
  public double difficulty(int indicator) {
    return difficulty[indicator];
  }

  /** Threshold of an indicator between categories {@code step} and {@code step + 1}. */
  public double threshold(int indicator, int step) {
    return thresholds[model == RaschModel.RATING_SCALE ? 0 : indicator][step];
  }

  /** Mean difficulty over indicators. */
  public double meanDifficulty() {
    double sum = 0;
    for (double value : difficulty) {
      sum += value;
    }
    return difficulty.length == 0 ? 0 : sum / difficulty.length;
  }

  /** Mean threshold over indicators at one step. */
  public double meanThreshold(int step) {
    double sum = 0;
    for (double[] row : thresholds) {
      sum += row[step];
    }
    return sum / thresholds.length;
  }

  double[] severities() {
    return severity.clone();
  }

  double[] difficulties() {
    return difficulty.clone();
  }

  double[][] thresholdRows() {
    double[][] copy = new double[thresholds.length][];
    for (int row = 0; row < copy.length; row++) {
      copy[row] = thresholds[row].clone();
    }
    return copy;
  }
}
