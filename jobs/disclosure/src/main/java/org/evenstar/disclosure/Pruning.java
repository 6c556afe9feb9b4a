package org.evenstar.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Gives back covers that turned out unnecessary, the dearest first: a cell may be told when no
 * confidential cell moves in proportion to it, for then the others can still move with it held
 * still.
 */
final class Pruning {

  private static final long SEED = 0x5eed_0f_a11L;
  private static final int PROBES = 3;
  private static final int RESERVE = 61;

  private final Pattern pattern;
  private final LinkedTables tables;
  private final Unions unions;

  Pruning(Pattern pattern) {
    this.pattern = pattern;
    this.tables = pattern.tables();
    this.unions = new Unions(pattern);
  }

  /** Returns whether a block ran out of movements, so that another pass may give back more. */
  boolean pass(Peeling peeling) {
    boolean more = false;
    for (Block block : Block.of(tables, peeling::isOpen)) {
      int[] covers =
          Arrays.stream(block.cells())
              .filter(pattern::isCover)
              .boxed()
              .sorted(
                  Comparator.comparing(pattern::isMustPublish)
                      .thenComparingLong(pattern::cost)
                      .reversed()
                      .thenComparing(Comparator.<Integer>naturalOrder()))
              .mapToInt(Integer::intValue)
              .toArray();
      if (covers.length > 0) {
        more |= prune(block, covers, peeling);
      }
    }
    return more;
  }

  private boolean prune(Block block, int[] covers, Peeling peeling) {
    NullSpace space = block.nullSpace(tables, peeling::isOpen);
    int reserve = Math.min(RESERVE, space.nullity());
    long[][] movements = space.movements(PROBES + reserve, new SplittableRandom(SEED));
    int[] confidential = confidential(block);
    List<int[]> told = new ArrayList<>();
    for (int cover : covers) {
      int at = Arrays.binarySearch(block.cells(), cover);
      if (!pattern.isUnknown(cover)
          || isTied(movements, at, confidential)
          || isNeededByUnion(cover)) {
        continue;
      }
      if (isStill(movements, at)) {
        pattern.publish(cover);
        continue;
      }
      if (told.size() == reserve) {
        return true;
      }
      hold(movements, PROBES + told.size(), at, told);
      pattern.publish(cover);
    }
    return false;
  }

  /** Spends one movement to hold a cell still in all probes. */
  private static void hold(long[][] movements, int spent, int at, List<int[]> told) {
    for (int[] earlier : told) {
      subtract(movements[spent], movements[earlier[0]], earlier[1]);
    }
    for (int probe = 0; probe < PROBES; probe++) {
      subtract(movements[probe], movements[spent], at);
    }
    told.add(new int[] {spent, at});
  }

  private static void subtract(long[] movement, long[] spent, int at) {
    if (movement[at] == 0 || spent[at] == 0) {
      return;
    }
    long factor = NullSpace.PRIME - movement[at] * NullSpace.inverse(spent[at]) % NullSpace.PRIME;
    for (int v = 0; v < movement.length; v++) {
      if (spent[v] != 0) {
        movement[v] = (movement[v] + factor * spent[v]) % NullSpace.PRIME;
      }
    }
  }

  private int[] confidential(Block block) {
    int[] found = new int[block.cells().length];
    int size = 0;
    for (int i = 0; i < found.length; i++) {
      if (pattern.isConfidential(block.cells()[i])) {
        found[size++] = i;
      }
    }
    return Arrays.copyOf(found, size);
  }

  private static boolean isTied(long[][] movements, int at, int[] confidential) {
    if (isStill(movements, at)) {
      return false;
    }
    for (int other : confidential) {
      if (!isStill(movements, other)
          && isProportional(movements[0], movements[1], at, other)
          && isProportional(movements[0], movements[2], at, other)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isProportional(long[] a, long[] b, int i, int j) {
    return a[i] * b[j] % NullSpace.PRIME == a[j] * b[i] % NullSpace.PRIME;
  }

  private static boolean isStill(long[][] movements, int at) {
    return movements[0][at] == 0 && movements[1][at] == 0 && movements[2][at] == 0;
  }

  private boolean isNeededByUnion(int cover) {
    for (int relation : tables.relationsOf(cover)) {
      if (unions.reason(relation, cover).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
