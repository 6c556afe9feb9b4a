package org.evenstar.stats.severity;

/**
 * {@code w(cell, k) = exp(-k (difficulty + severity) - sum of thresholds up to k)} for every cell
 * (body × indicator) and category, so that no exponential is taken per rating.
 */
final class CellWeights {

  private final int categories;
  private final double[] weights;
  private final double[] logs;

  CellWeights(RaschParameters parameters, Groups groups) {
    this.categories = groups.categories();
    int indicators = parameters.indicators();
    this.weights = new double[groups.cellCount() * categories];
    this.logs = new double[groups.cellCount() * categories];
    for (int cell = 0; cell < groups.cellCount(); cell++) {
      int item = cell % indicators;
      int base = cell * categories;
      double location = parameters.severity(groups.bodyOfCell(cell)) + parameters.difficulty(item);
      double log = 0;
      weights[base] = 1;
      for (int k = 1; k < categories; k++) {
        log -= location + parameters.threshold(item, k - 1);
        logs[base + k] = log;
        weights[base + k] = Math.exp(log);
      }
    }
  }

  private CellWeights(int categories, double[] weights, double[] logs) {
    this.categories = categories;
    this.weights = weights;
    this.logs = logs;
  }

  /** The weights when the cells of scope s are {@code shift[s]} logits harder. */
  CellWeights shifted(int[] scope, double[] shift) {
    double[] movedLogs = logs.clone();
    double[] moved = weights.clone();
    for (int cell = 0; cell < scope.length; cell++) {
      double by = scope[cell] < 0 ? 0 : shift[scope[cell]];
      for (int k = 1; by != 0 && k < categories; k++) {
        movedLogs[cell * categories + k] -= k * by;
        moved[cell * categories + k] = Math.exp(movedLogs[cell * categories + k]);
      }
    }
    return new CellWeights(categories, moved, movedLogs);
  }

  int categories() {
    return categories;
  }

  double log(int cell, int k) {
    return logs[cell * categories + k];
  }

  double[] weights() {
    return weights;
  }
}
