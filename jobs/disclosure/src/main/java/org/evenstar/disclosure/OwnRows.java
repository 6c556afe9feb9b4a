package org.evenstar.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds what a contributor can compute who knows its own rows: cells that stand for it alone are
 * known to it, and every confidential cell whose movements they span falls with them.
 */
final class OwnRows {

  private static final int MAX_OWN = 16;

  private final Pattern pattern;
  private final Block block;
  private final long[][] movements;

  /** At least {@link #MOVEMENTS} random movements of the block. */
  OwnRows(Pattern pattern, Block block, long[][] movements) {
    this.pattern = pattern;
    this.block = block;
    this.movements = movements;
  }

  /** Movements needed to tell up to sixteen own cells from another. */
  static final int MOVEMENTS = MAX_OWN + 2;

  /** Positions of confidential cells that some contributor could compute. */
  List<Integer> exposed() {
    Map<String, List<Integer>> own = new TreeMap<>();
    List<Integer> targets = new ArrayList<>();
    for (int i = 0; i < block.cells().length; i++) {
      if (pattern.isGuarded(block.cells()[i]) && isAboutSomebody(block.cells()[i])) {
        targets.add(i);
        String owner = soleOwner(block.cells()[i]);
        if (!owner.isEmpty()) {
          own.computeIfAbsent(owner, o -> new ArrayList<>()).add(i);
        }
      }
    }
    List<Integer> exposed = new ArrayList<>();
    own.forEach((owner, cells) -> expose(owner, cells, targets, exposed));
    return exposed;
  }

  private boolean isAboutSomebody(int cell) {
    return pattern.isConfidential(cell)
        && (pattern.tables().isChange(cell) || pattern.tables().cell(cell).owners().n() > 0);
  }

  private void expose(
      String owner, List<Integer> cells, List<Integer> targets, List<Integer> exposed) {
    List<long[]> basis = new ArrayList<>();
    for (int cell : cells.subList(0, Math.min(MAX_OWN, cells.size()))) {
      extend(basis, cell);
    }
    for (int target : targets) {
      if (isCombination(target, basis) && !owner.equals(soleOwner(block.cells()[target]))) {
        exposed.add(block.cells()[target]);
      }
    }
  }

  /** Keeps the basis reduced: 1 at its own pivot, 0 at those of the others. */
  private void extend(List<long[]> basis, int cell) {
    long[] column = new long[MOVEMENTS];
    for (int m = 0; m < MOVEMENTS; m++) {
      column[m] = movements[m][cell];
    }
    for (long[] known : basis) {
      subtract(column, known, pivot(known));
    }
    int at = pivot(column);
    if (at < 0) {
      return;
    }
    long scale = NullSpace.inverse(column[at]);
    for (int m = 0; m < MOVEMENTS; m++) {
      column[m] = column[m] * scale % NullSpace.PRIME;
    }
    for (long[] known : basis) {
      subtract(known, column, at);
    }
    basis.add(column);
  }

  /** Brings {@code from} to 0 at the pivot of {@code known}. */
  private static void subtract(long[] from, long[] known, int pivot) {
    long factor = NullSpace.PRIME - from[pivot];
    for (int m = 0; m < MOVEMENTS; m++) {
      from[m] = (from[m] + factor * known[m]) % NullSpace.PRIME;
    }
  }

  /** Whether a cell's movement is what the basis makes of it; most fail at the first place. */
  private boolean isCombination(int cell, List<long[]> basis) {
    for (int m = 0; m < MOVEMENTS; m++) {
      long made = 0;
      for (long[] known : basis) {
        if (known[m] != 0) {
          made = (made + movements[pivot(known)][cell] * known[m]) % NullSpace.PRIME;
        }
      }
      if (made != movements[m][cell]) {
        return false;
      }
    }
    return true;
  }

  private static int pivot(long[] column) {
    for (int m = 0; m < column.length; m++) {
      if (column[m] != 0) {
        return m;
      }
    }
    return -1;
  }

  private String soleOwner(int cell) {
    Contributors owners = pattern.tables().cell(cell).owners();
    return owners.n() == 1 && owners.isComplete() ? owners.largest().get(0).party() : "";
  }
}
