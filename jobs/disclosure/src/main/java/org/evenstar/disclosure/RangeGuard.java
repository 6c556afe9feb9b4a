package org.evenstar.disclosure;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Withholds more where inequalities alone bound a confidential cell too closely. */
final class RangeGuard {
  private final Pattern pattern;
  private final LinkedTables tables;
  private final Cover cover;
  private final Map<Amount, Set<Long>> wide = new EnumMap<>(Amount.class);

  RangeGuard(Pattern pattern) {
    this.pattern = pattern;
    this.tables = pattern.tables();
    this.cover = new Cover(pattern);
  }

  /** Gives every cell that is known too closely one more cell beside it; whether there was any. */
  boolean widen(Peeling peeling) {
    boolean changed = false;
    Set<Integer> touched = new HashSet<>();
    for (Amount amount : Amount.in(tables, pattern.rules())) {
      Ranges ranges =
          new Ranges(tables, pattern.rules(), amount, pattern::isUnknown, this::isProtected);
      for (Ranges.Narrow narrow :
          ranges.narrow(wide.computeIfAbsent(amount, a -> new HashSet<>()))) {
        changed = true;
        widen(narrow.cell(), peeling, touched);
      }
    }
    return changed;
  }

  private boolean isProtected(int cell) {
    return pattern.isConfidential(cell) && pattern.isGuarded(cell);
  }

  private void widen(int cell, Peeling peeling, Set<Integer> touched) {
    for (int relation : tables.relationsOf(cell)) {
      if (!touched.add(relation)) {
        return;
      }
    }
    if (!cover.addAround(cell, peeling.derivedBy(), Reason.COMPLEMENTARY)) {
      pattern.abandon(cell);
    }
  }
}
