package org.evenstar.stats.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one dossier's scores look like taken together.
 *
 * @param n scores
 * @param distinct different values among them
 * @param modeShare the share of the most frequent value: 1 is a straight line; 0 when n = 0
 * @param longestRun the longest run of one value in order
 */
public record ScoreVector(int n, int distinct, double modeShare, int longestRun) {

  /** Describes the scores in the order of the questionnaire. */
  public static ScoreVector of(long[] scores) {
    long[] sorted = scores.clone();
    Arrays.sort(sorted);
    int mode = longestRun(sorted);
    int distinct = (int) Arrays.stream(sorted).distinct().count();
    double share = scores.length == 0 ? 0 : (double) mode / scores.length;
    return new ScoreVector(scores.length, distinct, share, longestRun(scores));
  }

  /**
   * Groups of dossiers with identical scores.
   *
   * <p>Vectors are compared in full, so no collision of hashes makes a copy. Uniform vectors can be
   * equal by chance; {@link #modeShare} tells them.
   *
   * @param vectors one array of scores per dossier, absent scores as a value of their own
   * @return indices of the dossiers of each group of two or more, in input order
   */
  public static List<List<Integer>> copies(long[][] vectors) {
    Map<Key, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < vectors.length; i++) {
      groups.computeIfAbsent(new Key(vectors[i]), key -> new ArrayList<>()).add(i);
    }
    return groups.values().stream().filter(group -> group.size() > 1).map(List::copyOf).toList();
  }

  /**
   * A 64-bit hash that is the same on every machine and run: FNV-1a over the scores, mixed as in
   * SplitMix64. For finding candidates over many files; confirm them by comparing.
   */
  public static long hash(long[] scores) {
    long hash = 0xcbf29ce484222325L;
    for (long score : scores) {
      long mixed = (score ^ (score >>> 30)) * 0xbf58476d1ce4e5b9L;
      mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
      hash = (hash ^ mixed ^ (mixed >>> 31)) * 0x100000001b3L;
    }
    return hash ^ (hash >>> 32);
  }

  private static int longestRun(long[] scores) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < scores.length; i++) {
      run = i > 0 && scores[i] == scores[i - 1] ? run + 1 : 1;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  /** An array with the equality of its contents. */
  private static final class Key {
    private final long[] scores;

    Key(long[] scores) {
      this.scores = scores;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && Arrays.equals(scores, key.scores);
    }

    @Override
    public int hashCode() {
      return Long.hashCode(hash(scores));
    }
  }
}
