package org.evenstar.stats.severity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Sets of bodies (or indicators) that can be compared among themselves: same component of the
 * graph, and same coordinates in every open direction.
 */
final class BodyClasses {

  private static final double SAME = 1e-6;

  private BodyClasses() {}

  /** Classes of bodies, each sorted, by lowest member. */
  static List<List<Integer>> bodies(
      BitSet kept, Preparation prepared, Layout layout, List<double[]> open) {
    List<List<Integer>> classes = new ArrayList<>();
    for (int body = kept.nextSetBit(0); body >= 0; body = kept.nextSetBit(body + 1)) {
      List<Integer> home = null;
      for (List<Integer> candidate : classes) {
        int first = candidate.get(0);
        if (prepared.component(first) == prepared.component(body)
            && isSame(layout.body(first), layout.body(body), open)) {
          home = candidate;
          break;
        }
      }
      if (home == null) {
        home = new ArrayList<>();
        classes.add(home);
      }
      home.add(body);
    }
    return classes;
  }

  /** Classes of indicators. */
  static List<List<Integer>> indicators(BitSet kept, Layout layout, List<double[]> open) {
    List<List<Integer>> classes = new ArrayList<>();
    for (int item = kept.nextSetBit(0); item >= 0; item = kept.nextSetBit(item + 1)) {
      List<Integer> home = null;
      for (List<Integer> candidate : classes) {
        if (isSame(layout.item(candidate.get(0)), layout.item(item), open)) {
          home = candidate;
          break;
        }
      }
      if (home == null) {
        home = new ArrayList<>();
        classes.add(home);
      }
      home.add(item);
    }
    return classes;
  }

  private static boolean isSame(int a, int b, List<double[]> open) {
    for (double[] direction : open) {
      double valueA = a < 0 ? 0 : direction[a];
      double valueB = b < 0 ? 0 : direction[b];
      if (Math.abs(valueA - valueB) > SAME) {
        return false;
      }
    }
    return true;
  }
}
