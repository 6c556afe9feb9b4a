package org.evenstar.disclosure;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Withholds until no guarded cell can be computed: first single unknowns and confidential unions,
 * line by line, then whatever a combination of any number of relations gives, block by block.
 */
final class LinearGuard {

  private static final long SEED = 0x5eed_0f_e7e25L;

  private final Pattern pattern;
  private final LinkedTables tables;
  private final Cover cover;
  private final Unions unions;
  private final Set<Long> secureBlocks = new HashSet<>();
  private final Set<Integer> hopelessUnions = new HashSet<>();

  LinearGuard(Pattern pattern) {
    this.pattern = pattern;
    this.tables = pattern.tables();
    this.cover = new Cover(pattern);
    this.unions = new Unions(pattern);
  }

  /** Ends: every round withholds or gives up at least one cell. */
  Peeling secure() {
    while (true) {
      Peeling peeling = new Peeling(pattern);
      if (!coverLines(peeling) && !coverUnions(peeling) && !coverBlocks(peeling)) {
        return peeling;
      }
    }
  }

  private boolean coverLines(Peeling peeling) {
    int[] exposing = peeling.exposing();
    for (int relation : exposing) {
      int open = 0;
      int last = -1;
      for (int cell : tables.relation(relation).cells()) {
        if (pattern.isUnknown(cell) && peeling.derivedBy()[cell] < 0) {
          open++;
          last = cell;
        }
      }
      if (open == 1
          && pattern.isGuarded(last)
          && !cover.add(relation, peeling.derivedBy(), coverReason(last))) {
        pattern.abandon(last);
      }
    }
    return exposing.length > 0;
  }

  private boolean coverUnions(Peeling peeling) {
    boolean changed = false;
    for (int relation = 0; relation < tables.relationCount(); relation++) {
      if (peeling.unknowns(relation) > 1
          && !hopelessUnions.contains(relation)
          && unions.reason(relation, -1).isPresent()) {
        if (cover.add(relation, peeling.derivedBy(), Reason.COMPLEMENTARY)) {
          changed = true;
        } else {
          hopelessUnions.add(relation);
          pattern.report(tables.relation(relation).cells()[0], Conflict.Kind.UNPROTECTED);
        }
      }
    }
    return changed;
  }

  private boolean coverBlocks(Peeling peeling) {
    boolean changed = false;
    for (Block block : Block.of(tables, peeling::isOpen)) {
      if (block.relations().length == 0 || secureBlocks.contains(block.fingerprint())) {
        continue;
      }
      if (coverBlock(block, peeling)) {
        changed = true;
      } else {
        secureBlocks.add(block.fingerprint());
      }
    }
    return changed;
  }

  private boolean coverBlock(Block block, Peeling peeling) {
    long[][] movements =
        block
            .nullSpace(tables, peeling::isOpen)
            .movements(OwnRows.MOVEMENTS, new SplittableRandom(SEED));
    Set<Integer> touched = new HashSet<>();
    boolean changed = false;
    for (int i = 0; i < block.cells().length; i++) {
      int cell = block.cells()[i];
      if (pattern.isGuarded(cell) && movements[0][i] == 0 && movements[1][i] == 0) {
        cover.addOnce(cell, peeling.derivedBy(), coverReason(cell), touched);
        changed = true;
      }
    }
    if (!changed) {
      for (int cell : new OwnRows(pattern, block, movements).exposed()) {
        cover.addOnce(cell, peeling.derivedBy(), coverReason(cell), touched);
        changed = true;
      }
    }
    return changed;
  }

  private Reason coverReason(int cell) {
    return tables.isChange(cell) ? Reason.DIFFERENCING : Reason.COMPLEMENTARY;
  }
}
