package org.evenstar.stats.variance;

import java.util.HashMap;
import java.util.Map;

/**
 * One grouping of the observations: a facet of the design or an interaction of facets.
 *
 * @param name for messages and results
 * @param codes level of each observation, 0 to {@code levels} - 1
 * @param levels how many levels there are, each with at least one observation
 */
@SuppressWarnings("ArrayRecordComponent") // columns in, by design of this module
public record Factor(String name, int[] codes, int levels) {

  /** Numbers the given codes by first appearance, so that no level is empty. */
  public static Factor of(String name, int[] codes) {
    Map<Long, Integer> seen = new HashMap<>();
    int[] compact = new int[codes.length];
    for (int i = 0; i < codes.length; i++) {
      Integer next = seen.size();
      Integer known = seen.putIfAbsent((long) codes[i], next);
      compact[i] = known == null ? next : known;
    }
    return new Factor(name, compact, seen.size());
  }

  /** The interaction with another factor: one level per pair that occurs. */
  public Factor with(Factor other) {
    Map<Long, Integer> seen = new HashMap<>();
    int[] compact = new int[codes.length];
    for (int i = 0; i < codes.length; i++) {
      long pair = (long) codes[i] * other.levels + other.codes[i];
      Integer next = seen.size();
      Integer known = seen.putIfAbsent(pair, next);
      compact[i] = known == null ? next : known;
    }
    return new Factor(name + ":" + other.name, compact, seen.size());
  }

  /** Whether each level lies within one level of {@code other}. */
  boolean isNestedIn(Factor other) {
    int[] home = new int[levels];
    java.util.Arrays.fill(home, -1);
    for (int i = 0; i < codes.length; i++) {
      if (home[codes[i]] >= 0 && home[codes[i]] != other.codes[i]) {
        return false;
      }
      home[codes[i]] = other.codes[i];
    }
    return true;
  }
}
