package org.evenstar.stats.severity;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Which place each free parameter has in the vector that is estimated: bodies, then indicators,
 * then thresholds. Anchored and absent ones have no place (-1).
 */
final class Layout {

  private final RaschModel model;
  private final int steps;
  private final int[] body;
  private final int[] slot;
  private final int[] item;
  private final int[] threshold;
  private final int freeBodies;
  private final int freeItems;
  private final int size;

  /**
   * Places the parameters.
   *
   * @param bodies bodies whose severity is estimated
   * @param items indicators whose difficulty is estimated
   * @param rated indicators that are in the data, anchored ones too
   */
  Layout(
      RaschModel model,
      Groups groups,
      BitSet bodies,
      BitSet items,
      BitSet rated,
      boolean estimatesThresholds) {
    SeverityData data = groups.data();
    this.model = model;
    this.steps = data.categories() - 1;
    this.body = places(data.bodies(), bodies, 0);
    this.slot = new int[groups.bodies()];
    for (int i = 0; i < slot.length; i++) {
      slot[i] = body[groups.body(i)];
    }
    this.freeBodies = bodies.cardinality();
    this.item = places(data.indicators(), items, freeBodies);
    this.freeItems = items.cardinality();
    this.threshold = new int[data.indicators()];
    Arrays.fill(threshold, -1);
    int next = freeBodies + freeItems;
    // With one step its threshold is zero by the constraint, so there is nothing to estimate.
    if (estimatesThresholds && steps > 1) {
      if (model == RaschModel.RATING_SCALE) {
        Arrays.fill(threshold, next);
        next += steps;
      } else {
        for (int i = rated.nextSetBit(0); i >= 0; i = rated.nextSetBit(i + 1)) {
          threshold[i] = next;
          next += steps;
        }
      }
    }
    this.size = next;
  }

  int size() {
    return size;
  }

  int steps() {
    return steps;
  }

  int freeBodies() {
    return freeBodies;
  }

  int freeItems() {
    return freeItems;
  }

  int body(int index) {
    return body[index];
  }

  int slot(int index) {
    return slot[index];
  }

  int item(int index) {
    return item[index];
  }

  /** Place of the first threshold of an indicator, or -1. */
  int threshold(int index) {
    return threshold[index];
  }

  /** First places of all threshold rows there are. */
  int[] thresholdRows() {
    int first = freeBodies + freeItems;
    int rows = steps > 1 ? (size - first) / steps : 0;
    int[] starts = new int[rows];
    for (int row = 0; row < rows; row++) {
      starts[row] = first + row * steps;
    }
    return starts;
  }

  /** Parameters moved by {@code scale} times a step in the free ones. */
  RaschParameters moved(RaschParameters from, double[] step, double scale) {
    double[] severity = from.severities();
    double[] difficulty = from.difficulties();
    double[][] thresholds = from.thresholdRows();
    add(severity, body, step, scale);
    add(difficulty, item, step, scale);
    for (int row = 0; row < thresholds.length; row++) {
      int first = threshold.length == 0 ? -1 : threshold[row];
      for (int t = 0; first >= 0 && t < steps; t++) {
        thresholds[row][t] += scale * step[first + t];
      }
    }
    return new RaschParameters(model, severity, difficulty, thresholds);
  }

  private static void add(double[] values, int[] places, double[] step, double scale) {
    for (int i = 0; i < values.length; i++) {
      if (places[i] >= 0) {
        values[i] += scale * step[places[i]];
      }
    }
  }

  private static int[] places(int count, BitSet free, int from) {
    int[] places = new int[count];
    int next = from;
    for (int i = 0; i < count; i++) {
      places[i] = free.get(i) ? next++ : -1;
    }
    return places;
  }
}
