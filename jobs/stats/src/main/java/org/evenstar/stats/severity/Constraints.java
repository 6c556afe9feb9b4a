package org.evenstar.stats.severity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Directions in which the likelihood is flat, and that are therefore held at zero: the sum of the
 * severities of each component, of the difficulties, of each row of thresholds, and whatever else
 * the design leaves open.
 *
 * <p>The last are found by rank: with Z the body and indicator dummies of all informative ratings,
 * {@code R = Z'Z - sum over institutions of z z' / L} is singular beyond the sums exactly when
 * bodies use different indicators in such a way that a body's severity cannot be told from the
 * difficulty of its indicators, connected graph or not. Eigenvalues below 1e-9 of the largest count
 * as zero.
 */
final class Constraints {

  private static final double NULL_SHARE = 1e-9;

  private final Layout layout;
  private final List<double[]> sums = new ArrayList<>();
  private final List<double[]> open = new ArrayList<>();

  Constraints(
      Groups groups, Layout layout, Preparation prepared, BitSet freeBodies, BitSet freeItems) {
    this.layout = layout;
    addBodySums(groups.data(), prepared, freeBodies);
    addItemSum(prepared, freeItems);
    addOpen(groups);
    for (int first : layout.thresholdRows()) {
      double[] sum = new double[layout.size()];
      for (int t = 0; t < layout.steps(); t++) {
        sum[first + t] = 1 / Math.sqrt(layout.steps());
      }
      sums.add(sum);
    }
  }

  /** Directions beyond the sums, unit length, over bodies and indicators. */
  List<double[]> open() {
    return open;
  }

  /** All directions, orthonormal. */
  List<double[]> all() {
    List<double[]> all = new ArrayList<>(sums);
    all.addAll(open);
    return all;
  }

  private void addBodySums(SeverityData data, Preparation prepared, BitSet freeBodies) {
    BitSet done = new BitSet();
    for (int body = freeBodies.nextSetBit(0); body >= 0; body = freeBodies.nextSetBit(body + 1)) {
      int component = prepared.component(body);
      if (done.get(component)) {
        continue;
      }
      done.set(component);
      double[] sum = new double[layout.size()];
      boolean isAnchored = false;
      int members = 0;
      for (int other = 0; other < data.bodies(); other++) {
        if (prepared.bodies().get(other) && prepared.component(other) == component) {
          isAnchored |= !freeBodies.get(other);
          members += freeBodies.get(other) ? 1 : 0;
        }
      }
      for (int other = freeBodies.nextSetBit(0); other >= 0; ) {
        if (prepared.component(other) == component) {
          sum[layout.body(other)] = 1 / Math.sqrt(members);
        }
        other = freeBodies.nextSetBit(other + 1);
      }
      if (!isAnchored) {
        sums.add(sum);
      }
    }
  }

  private void addItemSum(Preparation prepared, BitSet freeItems) {
    if (freeItems.isEmpty() || !freeItems.equals(prepared.indicators())) {
      return;
    }
    double[] sum = new double[layout.size()];
    for (int item = freeItems.nextSetBit(0); item >= 0; item = freeItems.nextSetBit(item + 1)) {
      sum[layout.item(item)] = 1 / Math.sqrt(freeItems.cardinality());
    }
    sums.add(sum);
  }

  private void addOpen(Groups groups) {
    int size = layout.freeBodies() + layout.freeItems();
    double[] design = design(groups, size);
    double trace = 0;
    for (int i = 0; i < size; i++) {
      trace += design[i * size + i];
    }
    if (size == 0 || trace == 0) {
      return;
    }
    for (double[] sum : sums) {
      for (int a = 0; a < size; a++) {
        for (int b = 0; b < size; b++) {
          design[a * size + b] += trace / size * sum[a] * sum[b];
        }
      }
    }
    if (Cholesky.of(design, size, NULL_SHARE).isPresent()) {
      return;
    }
    double[][] rows = new double[size][size];
    for (int a = 0; a < size; a++) {
      System.arraycopy(design, a * size, rows[a], 0, size);
    }
    EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(rows, false));
    double largest = eigen.getRealEigenvalue(0);
    for (int i = 0; i < size; i++) {
      if (eigen.getRealEigenvalue(i) < NULL_SHARE * largest) {
        double[] direction = new double[layout.size()];
        System.arraycopy(eigen.getEigenvector(i).toArray(), 0, direction, 0, size);
        open.add(direction);
      }
    }
  }

  private double[] design(Groups groups, int size) {
    double[] design = new double[size * size];
    int[] cells = new int[groups.longest()];
    double[] count = new double[size];
    int[] touched = new int[2 * groups.longest()];
    for (int pattern = 0; pattern < groups.patterns(); pattern++) {
      double n = 0;
      for (int g = groups.firstGroup(pattern); g < groups.firstGroup(pattern + 1); g++) {
        n += groups.isInformative(g) ? groups.size(g) : 0;
      }
      if (n > 0) {
        int length = groups.cells(pattern, cells);
        addPattern(design, size, cells, length, n, groups.data().indicators(), count, touched);
      }
    }
    return design;
  }

  private void addPattern(
      double[] design,
      int size,
      int[] cells,
      int length,
      double n,
      int indicators,
      double[] count,
      int[] touched) {
    int places = 0;
    for (int j = 0; j < length; j++) {
      int body = layout.slot(cells[j] / indicators);
      int item = layout.item(cells[j] % indicators);
      places = touch(body, count, touched, places);
      places = touch(item, count, touched, places);
      if (body >= 0) {
        design[body * size + body] += n;
      }
      if (item >= 0) {
        design[item * size + item] += n;
      }
      if (body >= 0 && item >= 0) {
        design[body * size + item] += n;
        design[item * size + body] += n;
      }
    }
    for (int a = 0; a < places; a++) {
      for (int b = 0; b < places; b++) {
        design[touched[a] * size + touched[b]] -=
            n * count[touched[a]] * count[touched[b]] / length;
      }
    }
    for (int a = 0; a < places; a++) {
      count[touched[a]] = 0;
    }
  }

  private static int touch(int place, double[] count, int[] touched, int places) {
    if (place < 0) {
      return places;
    }
    int next = places;
    if (count[place] == 0) {
      touched[next++] = place;
    }
    count[place]++;
    return next;
  }
}
