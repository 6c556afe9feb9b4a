package org.evenstar.stats.variance;

import java.util.Arrays;

/**
 * The design that many institutions share: which bodies scored which indicators how often.
 *
 * <p>Local columns belong to one institution (itself and what is nested in it); global columns are
 * shared by all. Everything that costs a matrix is done once a pattern.
 */
final class Pattern {

  /** Per row and local term the local column; per row and global term the global column. */
  final int[][] localOf;

  final int[][] globalOf;

  /** The term of each local column. */
  final int[] localTerm;

  /** The global columns that occur, ascending. */
  final int[] touched;

  /** Counts: local by local, local by touched. */
  final double[][] localCounts;

  final double[][] crossCounts;

  int groups;

  Pattern(int[][] localOf, int[][] globalOf, int[] localTerm) {
    this.localOf = localOf;
    this.globalOf = globalOf;
    this.localTerm = localTerm;
    this.touched =
        Arrays.stream(globalOf).flatMapToInt(Arrays::stream).distinct().sorted().toArray();
    this.localCounts = new double[localTerm.length][localTerm.length];
    this.crossCounts = new double[localTerm.length][touched.length];
    for (int row = 0; row < localOf.length; row++) {
      for (int a : localOf[row]) {
        for (int b : localOf[row]) {
          localCounts[a][b]++;
        }
        for (int column : globalOf[row]) {
          crossCounts[a][Arrays.binarySearch(touched, column)]++;
        }
      }
    }
  }
}
