package org.evenstar.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * Tries to learn what a release withholds, as its cleverest reader would: reading what was left
 * over, multiplying shares and means by n, adding and subtracting over all tables and releases,
 * knowing its own rows, uniting withheld cells, bounding what is left.
 */
public final class Attacker {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::cell).thenComparing(Finding::kind);

  private final LinkedTables tables;
  private final Published published;
  private final Knowledge knowledge;
  private final List<Finding> findings = new ArrayList<>();
  private int unbounded;

  private Attacker(Published published) {
    this.published = published;
    this.tables = published.tables();
    this.knowledge = new Knowledge(published);
  }

  /** Attacks a release; earlier releases are part of its tables. */
  public static AttackReport attack(Published published) {
    return new Attacker(published).run();
  }

  private AttackReport run() {
    findings.addAll(knowledge.findings());
    boolean[] countUnknown = new boolean[tables.size()];
    boolean[] totalUnknown = new boolean[tables.size()];
    boolean differ = false;
    int attacked = 0;
    for (int i = 0; i < tables.size(); i++) {
      countUnknown[i] = !knowledge.isCountKnown(i);
      totalUnknown[i] = !knowledge.isTotalKnown(i) && tables.cell(i).total().isPresent();
      differ |= tables.cell(i).total().isPresent() && countUnknown[i] != totalUnknown[i];
      attacked += knowledge.isTarget(i) ? 1 : 0;
    }
    compute(countUnknown);
    if (differ) {
      compute(totalUnknown);
    }
    unite(countUnknown);
    for (Amount amount : Amount.in(tables, published.rules())) {
      bound(amount == Amount.COUNT ? countUnknown : totalUnknown, amount);
    }
    Map<String, Finding> distinct = new TreeMap<>();
    findings.sort(ORDER);
    findings.forEach(f -> distinct.putIfAbsent(f.cell().text() + "|" + f.kind(), f));
    return new AttackReport(attacked, unbounded, new ArrayList<>(distinct.values()));
  }

  private void compute(boolean[] unknown) {
    ExactAttack attack = new ExactAttack(tables, unknown);
    Derivation derivation = new Derivation(tables, unknown);
    Map<Long, List<Integer>> classes = new HashMap<>();
    for (int i = 0; i < tables.size(); i++) {
      if (knowledge.isTarget(i) && unknown[i]) {
        if (attack.isComputable(i)) {
          long count = tables.cell(i).count();
          List<Finding.Term> terms = derivation.of(i);
          findings.add(new Finding(tables.cell(i).key(), kind(i, terms), count, count, terms));
        } else if (knowledge.isConfidential(i)) {
          classes.computeIfAbsent(attack.movementClass(i), c -> new ArrayList<>()).add(i);
        }
      }
    }
    classes.values().forEach(this::useOwnRow);
    useOwnRows(unknown);
  }

  private Finding.Kind kind(int cell, List<Finding.Term> terms) {
    boolean overReleases =
        tables.isChange(cell)
            || terms.stream().anyMatch(t -> tables.isKnown(tables.position(t.cell())));
    return overReleases ? Finding.Kind.DIFFERENCING : Finding.Kind.SUM;
  }

  /** Cells that give each other away: whoever alone stands behind one reads the others. */
  private void useOwnRow(List<Integer> cells) {
    for (int own : cells) {
      String owner = soleOwner(own);
      if (!owner.isEmpty()) {
        for (int other : cells) {
          if (isAboutSomebody(other) && !owner.equals(soleOwner(other))) {
            addOwnRow(other, List.of(new Finding.Term(1, tables.cell(own).key())));
          }
        }
      }
    }
  }

  /** Follows every owner through relations in which all other unknowns are its own. */
  private void useOwnRows(boolean[] unknown) {
    Map<String, Set<Integer>> own = new TreeMap<>();
    for (int i = 0; i < tables.size(); i++) {
      if (unknown[i] && !soleOwner(i).isEmpty()) {
        own.computeIfAbsent(soleOwner(i), o -> new HashSet<>()).add(i);
      }
    }
    own.forEach((owner, cells) -> follow(owner, cells, unknown));
  }

  private void follow(String owner, Set<Integer> cells, boolean[] unknown) {
    Set<Integer> learnt = new HashSet<>(cells);
    List<Integer> open = new ArrayList<>(new TreeSet<>(cells));
    for (int at = 0; at < open.size(); at++) {
      for (int r : tables.relationsOf(open.get(at))) {
        int left = -1;
        int count = 0;
        for (int cell : tables.relation(r).cells()) {
          if (unknown[cell] && !learnt.contains(cell)) {
            left = cell;
            count++;
          }
        }
        if (count == 1 && learnt.add(left)) {
          open.add(left);
          if (knowledge.isTarget(left)
              && knowledge.isConfidential(left)
              && isAboutSomebody(left)
              && !owner.equals(soleOwner(left))) {
            addOwnRow(left, terms(r, left));
          }
        }
      }
    }
  }

  /** Whether a cell tells of contributors: an empty one has none to protect from each other. */
  private boolean isAboutSomebody(int cell) {
    return tables.isChange(cell) || tables.cell(cell).owners().n() > 0;
  }

  private void addOwnRow(int cell, List<Finding.Term> terms) {
    long count = tables.cell(cell).count();
    findings.add(new Finding(tables.cell(cell).key(), Finding.Kind.OWN_ROW, count, count, terms));
  }

  private List<Finding.Term> terms(int relation, int cell) {
    List<Finding.Term> terms = new ArrayList<>();
    Relation of = tables.relation(relation);
    for (int i = 0; i < of.cells().length; i++) {
      if (of.cells()[i] != cell) {
        terms.add(new Finding.Term(of.coefficients()[i], tables.cell(of.cells()[i]).key()));
      }
    }
    return terms;
  }

  private String soleOwner(int cell) {
    Contributors owners = tables.cell(cell).owners();
    return owners.n() == 1 && owners.isComplete() ? owners.largest().get(0).party() : "";
  }

  /** Bounds what cannot be computed: a range narrower than the protection interval is a finding. */
  private void bound(boolean[] unknown, Amount amount) {
    IntPredicate isProtected =
        cell -> knowledge.isConfidential(cell) && knowledge.isTarget(cell) && isAboutSomebody(cell);
    Ranges ranges =
        new Ranges(tables, published.rules(), amount, cell -> unknown[cell], isProtected);
    for (Ranges.Narrow narrow : ranges.narrow()) {
      CellKey key = tables.cell(narrow.cell()).key();
      findings.add(
          new Finding(key, Finding.Kind.TOO_NARROW, narrow.low(), narrow.high(), List.of()));
    }
    unbounded += ranges.unbounded();
  }

  /** Whole − shown parts, where few or one large owner are behind all that is not shown. */
  private void unite(boolean[] unknown) {
    for (int r = 0; r < tables.relationCount(); r++) {
      Relation sum = tables.relation(r);
      if (sum.kind() == Relation.Kind.SUM && !unknown[sum.cells()[0]]) {
        unite(sum, unknown);
      }
    }
  }

  private void unite(Relation sum, boolean[] unknown) {
    Map<String, Long> amounts = new HashMap<>();
    List<Finding.Term> terms = new ArrayList<>();
    terms.add(new Finding.Term(1, tables.cell(sum.cells()[0]).key()));
    int parts = 0;
    int unnamed = 0;
    long count = 0;
    boolean any = false;
    CellKey first = tables.cell(sum.cells()[0]).key();
    for (int i = 1; i < sum.cells().length; i++) {
      Cell part = tables.cell(sum.cells()[i]);
      if (!unknown[sum.cells()[i]]) {
        terms.add(new Finding.Term(-1, part.key()));
        continue;
      }
      if (!part.isShown() && part.owners().n() == 0) {
        return;
      }
      first = parts++ == 0 ? part.key() : first;
      any |= knowledge.isConfidential(sum.cells()[i]);
      count += part.count();
      unnamed += part.owners().n() - part.owners().largest().size();
      part.owners().largest().forEach(h -> amounts.merge(h.party(), h.amount(), Long::sum));
    }
    if (parts > 1 && any && count > 0) {
      Contributors named = Contributors.of(amounts);
      Contributors all = new Contributors(amounts.size() + unnamed, named.largest());
      if (published.rules().primary(all, count).isPresent()) {
        findings.add(new Finding(first, Finding.Kind.UNION, count, count, terms));
      }
    }
  }
}
