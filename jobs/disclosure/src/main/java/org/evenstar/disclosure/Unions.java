package org.evenstar.disclosure;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Judges what a sum gives away about its withheld parts taken together: whole − published parts is
 * the union of the rest, and a union of few owners, or of one large owner, is as confidential as a
 * cell.
 */
final class Unions {

  private final Pattern pattern;
  private final LinkedTables tables;

  Unions(Pattern pattern) {
    this.pattern = pattern;
    this.tables = pattern.tables();
  }

  /** Why the union of the unknown parts of a relation is confidential, were {@code told} told. */
  Optional<Reason> reason(int relation, int told) {
    Relation sum = tables.relation(relation);
    if (sum.kind() != Relation.Kind.SUM || isUnknown(sum.cells()[0], told)) {
      return Optional.empty();
    }
    int parts = 0;
    int owners = 0;
    long count = 0;
    boolean isPrimary = false;
    Map<String, Long> held = new HashMap<>();
    for (int i = 1; i < sum.cells().length; i++) {
      int part = sum.cells()[i];
      if (isUnknown(part, told)) {
        Cell cell = tables.cell(part);
        if (!cell.isShown() && cell.owners().n() == 0) {
          return Optional.empty();
        }
        parts++;
        isPrimary |= pattern.isConfidential(part);
        count += cell.count();
        owners += cell.owners().n() - cell.owners().largest().size();
        cell.owners().largest().forEach(h -> held.merge(h.party(), h.amount(), Long::sum));
      }
    }
    if (parts < 2 || !isPrimary || count == 0) {
      return Optional.empty();
    }
    Contributors named = Contributors.of(held);
    int n = Math.max(owners, 0) + held.size();
    return pattern
        .rules()
        .primary(new Contributors(Math.max(n, named.n()), named.largest()), count);
  }

  private boolean isUnknown(int cell, int told) {
    return cell != told && pattern.isUnknown(cell);
  }
}
