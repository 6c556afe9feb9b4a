package org.evenstar.disclosure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Withholds more where inequalities alone bound a confidential cell too closely. */
final class RangeGuard {
  private final Cover cover;
  private final List<Ranges> ranges;

  RangeGuard(Pattern pattern) {
    this.cover = new Cover(pattern);
    this.ranges =
        Amount.in(pattern.tables(), pattern.rules()).stream()
            .map(
                amount ->
                    new Ranges(
                        pattern.tables(),
                        pattern.rules(),
                        amount,
                        pattern::isUnknown,
                        cell -> pattern.isConfidential(cell) && pattern.isGuarded(cell)))
            .toList();
  }

  /** Gives every cell that is known too closely one more cell beside it; whether there was any. */
  boolean widen(Peeling peeling) {
    boolean changed = false;
    Set<Integer> touched = new HashSet<>();
    for (Ranges range : ranges) {
      for (Ranges.Narrow narrow : range.narrow()) {
        changed = true;
        cover.addOnce(narrow.cell(), peeling.derivedBy(), Reason.COMPLEMENTARY, touched);
      }
    }
    return changed;
  }
}
