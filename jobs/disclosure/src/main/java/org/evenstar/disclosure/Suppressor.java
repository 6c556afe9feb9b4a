package org.evenstar.disclosure;

/**
 * Decides what a release may tell: primary rules cell by cell, then complementary suppression over
 * all tables together and against earlier releases. Deterministic: cells are taken in key order,
 * and the order of input does not matter.
 */
public final class Suppressor {

  private static final int MAX_PASSES = 8;

  private Suppressor() {}

  /** The decisions for a release; see docs/methods/disclosure.md for why they are safe. */
  public static Decisions suppress(
      LinkedTables tables, DisclosureRules rules, SuppressionRequest request) {
    Pattern pattern = new Pattern(tables, rules, request);
    LinearGuard guard = new LinearGuard(pattern);
    Peeling peeling = guard.secure();
    Pruning pruning = new Pruning(pattern);
    for (int pass = 0; pass < MAX_PASSES && pruning.pass(peeling); pass++) {
      peeling = guard.secure();
    }
    peeling = guard.secure();
    RangeGuard ranges = new RangeGuard(pattern);
    while (ranges.widen(peeling)) {
      peeling = guard.secure();
    }
    pattern.tellUselessCovers();
    return Decisions.of(pattern);
  }

  /** The decisions of {@link #suppress} without complementary suppression: unsafe, to compare. */
  public static Decisions primaryOnly(LinkedTables tables, DisclosureRules rules) {
    return Decisions.of(new Pattern(tables, rules, SuppressionRequest.NONE));
  }
}
