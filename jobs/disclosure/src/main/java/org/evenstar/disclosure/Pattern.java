package org.evenstar.disclosure;

import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which cells are unknown to the reader, while the suppressor is at work. Positions as in tables.
 */
final class Pattern {

  private final LinkedTables tables;
  private final DisclosureRules rules;
  private final @Nullable Reason[] reasons;
  private final boolean[] unknown;
  private final boolean[] confidential;
  private final boolean[] mustPublish;
  private final boolean[] abandoned;
  private final long[] cost;
  private final TreeMap<CellKey, Conflict> conflicts = new TreeMap<>();

  Pattern(LinkedTables tables, DisclosureRules rules, SuppressionRequest request) {
    this.tables = tables;
    this.rules = rules;
    int size = tables.size();
    reasons = new @Nullable Reason[size];
    unknown = new boolean[size];
    confidential = new boolean[size];
    mustPublish = new boolean[size];
    abandoned = new boolean[size];
    cost = new long[size];
    for (int i = 0; i < size; i++) {
      Cell cell = tables.cell(i);
      mustPublish[i] = request.mustPublish().contains(cell.key());
      long price = request.cost().getOrDefault(cell.key(), Math.max(1, cell.count()));
      cost[i] = request.formerPattern().contains(cell.key()) ? (price + 3) / 4 : price;
      unknown[i] = !cell.isShown() && !tables.isKnown(i);
      judge(i, request.mustHide());
      if (request.withheld().contains(cell.key())) {
        cost[i] = 0;
        if (mayWithhold(i)) {
          unknown[i] = true;
          reasons[i] = Reason.COMPLEMENTARY;
        }
      }
    }
  }

  private void judge(int i, Set<CellKey> mustHide) {
    Cell cell = tables.cell(i);
    Optional<Reason> reason = primary(i);
    if (reason.isEmpty() && mustHide.contains(cell.key())) {
      reason = Optional.of(Reason.MUST_HIDE);
    }
    confidential[i] = reason.isPresent() || (tables.wasConfidential(i) && !tables.isKnown(i));
    if (confidential[i] && cell.isShown()) {
      reasons[i] = reason.orElse(Reason.DIFFERENCING);
      if (tables.isKnown(i)) {
        report(i, Conflict.Kind.ALREADY_TOLD);
        confidential[i] = false;
      } else {
        unknown[i] = true;
        if (mustPublish[i]) {
          report(i, Conflict.Kind.MUST_PUBLISH_IS_CONFIDENTIAL);
        }
      }
    }
    if (tables.isKnown(i)) {
      confidential[i] = false;
    }
  }

  private Optional<Reason> primary(int i) {
    Cell cell = tables.cell(i);
    if (tables.isChange(i)) {
      return cell.owners().n() < rules.minN() ? Optional.of(Reason.DIFFERENCING) : Optional.empty();
    }
    if (!cell.isShown() && cell.owners().n() == 0) {
      return Optional.empty();
    }
    int whole = tables.wholeOfQuality(i);
    if (whole >= 0 && rules.isClass(cell.count(), tables.cell(whole).count())) {
      return Optional.of(Reason.CLASS_DISCLOSURE);
    }
    return rules.primary(cell);
  }

  LinkedTables tables() {
    return tables;
  }

  DisclosureRules rules() {
    return rules;
  }

  boolean isUnknown(int cell) {
    return unknown[cell];
  }

  boolean isConfidential(int cell) {
    return confidential[cell];
  }

  /** Whether the reader must not be able to compute the cell. */
  boolean isGuarded(int cell) {
    return unknown[cell] && !abandoned[cell] && (confidential[cell] || reasons[cell] != null);
  }

  /** Whether the cell is withheld only for the sake of others. */
  boolean isCover(int cell) {
    return unknown[cell] && reasons[cell] != null && !confidential[cell];
  }

  @Nullable Reason reason(int cell) {
    return reasons[cell];
  }

  long cost(int cell) {
    return cost[cell];
  }

  boolean mayWithhold(int cell) {
    return !unknown[cell] && tables.cell(cell).isShown() && !tables.isKnown(cell);
  }

  boolean isMustPublish(int cell) {
    return mustPublish[cell];
  }

  void withhold(int cell, Reason reason) {
    if (mustPublish[cell]) {
      report(cell, Conflict.Kind.MUST_PUBLISH_IS_NEEDED_AS_COVER);
    }
    unknown[cell] = true;
    reasons[cell] = reason;
  }

  void publish(int cell) {
    unknown[cell] = false;
    reasons[cell] = null;
    conflicts.remove(tables.cell(cell).key());
  }

  /** Stops trying to protect a cell that nothing can protect, and says so. */
  void abandon(int cell) {
    abandoned[cell] = true;
    report(cell, Conflict.Kind.UNPROTECTED);
  }

  /** Tells the covers that can be computed all the same: they hide nothing. */
  void tellUselessCovers() {
    ExactAttack attack = null;
    for (int cell = 0; cell < unknown.length; cell++) {
      if (abandoned[cell] && isCover(cell)) {
        attack = attack == null ? new ExactAttack(tables, unknown.clone()) : attack;
        if (attack.isComputable(cell)) {
          publish(cell);
        }
      }
    }
  }

  void report(int cell, Conflict.Kind kind) {
    CellKey key = tables.cell(cell).key();
    conflicts.putIfAbsent(key, new Conflict(key, kind));
  }

  Iterable<Conflict> conflicts() {
    return conflicts.values();
  }
}
