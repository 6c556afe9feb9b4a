package org.evenstar.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/**
 * What inequalities give away. A reader knows that amounts are not negative and that a withheld row
 * is not empty; linear programming bounds every withheld cell by that (Fischetti and Salazar 2001).
 *
 * <p>The programme runs over independent movements of a block of unknowns, not over its cells:
 * movements obey every relation by themselves, and cells that always move alike are bounded once. A
 * cell is wide enough once two tables are at hand that agree with all that is told and differ there
 * by what it needs; programmes that move all cells at once find them for most, and two of its own
 * bound each cell that is left.
 */
final class Ranges {
  private static final long SEED = 0x0b0d5L;
  private static final double SLACK = 1e-6;
  private static final int LEAST_PROGRESS = 20;

  /** More independent movements in one block than this are not bounded. */
  private static final int MOST_MOVEMENTS = 2_000;

  private final LinkedTables tables;
  private final DisclosureRules rules;
  private final Amount amount;
  private final IntPredicate isUnknown;
  private final IntPredicate isProtected;

  /** Fingerprints of blocks found to hold no cell that is known too closely. */
  private final Set<Long> wide = new HashSet<>();

  private int unbounded;

  /** A cell that is known too closely: its least and its greatest value. */
  record Narrow(int cell, double low, double high) {}

  /**
   * @param isUnknown whether the reader lacks a cell; may turn true later
   * @param isProtected whether an unknown cell needs a protection interval
   */
  Ranges(
      LinkedTables tables,
      DisclosureRules rules,
      Amount amount,
      IntPredicate isUnknown,
      IntPredicate isProtected) {
    this.tables = tables;
    this.rules = rules;
    this.amount = amount;
    this.isUnknown = isUnknown;
    this.isProtected = isProtected;
  }

  /**
   * The cells whose range is narrower than they need, in order. Cells that sums alone give away are
   * left out. Asked again, it looks only where more has become unknown.
   */
  List<Narrow> narrow() {
    List<Narrow> found = new ArrayList<>();
    for (Block block : Block.of(tables, isUnknown)) {
      if (isWanted(block) && !wide.contains(block.fingerprint())) {
        List<Narrow> narrow = narrow(block);
        found.addAll(narrow);
        if (narrow.isEmpty()) {
          wide.add(block.fingerprint());
        }
      }
    }
    found.sort((a, b) -> Integer.compare(a.cell(), b.cell()));
    return found;
  }

  /** Cells that need a protection interval, in blocks that are too large to bound. */
  int unbounded() {
    return unbounded;
  }

  private boolean isWanted(Block block) {
    return Arrays.stream(block.cells()).anyMatch(cell -> need(cell) > 0);
  }

  private List<Narrow> narrow(Block block) {
    NullSpace space = block.nullSpace(tables, isUnknown);
    if (space.nullity() <= MOST_MOVEMENTS) {
      Search search = new Search(block, space);
      if (search.isComplete) {
        return search.run();
      }
    }
    unbounded += (int) Arrays.stream(block.cells()).filter(cell -> need(cell) > 0).count();
    return List.of();
  }

  /** The width that the range of an unknown cell must have, 0 where it need have none. */
  private double need(int cell) {
    return isProtected.test(cell) ? amount.need(tables.cell(cell), rules) : 0;
  }

  private double floor(int cell) {
    if (tables.isChange(cell)) {
      return Double.NEGATIVE_INFINITY;
    }
    Cell of = tables.cell(cell);
    boolean isThere = of.isShown() && of.count() > 0 && tables.wholeOfQuality(cell) < 0;
    return (amount == Amount.COUNT && isThere ? 1 : 0) - amount.of(of);
  }

  /** Cells that always move alike, and how far they were seen to move from their true values. */
  private static final class Group {
    private final List<Integer> cells = new ArrayList<>();
    private final int first;
    private double floor = Double.NEGATIVE_INFINITY;
    private double need;
    private double low;
    private double high;

    Group(int first) {
      this.first = first;
    }

    boolean isOpen() {
      return high - low < need - SLACK;
    }

    void see(double moved) {
      low = Math.min(low, moved);
      high = Math.max(high, moved);
    }
  }

  private final class Search {
    private final List<Group> groups;
    private final Programme programme;
    private final boolean isComplete;

    Search(Block block, NullSpace space) {
      groups = groups(block, space);
      programme = new Programme(groups.stream().mapToDouble(group -> group.floor).toArray());
      isComplete = Arrays.stream(space.free()).allMatch(free -> add(space.movementOf(free)));
    }

    private boolean add(long[] movement) {
      return programme.addDirection(groups.stream().mapToLong(g -> movement[g.first]).toArray());
    }

    private List<Group> groups(Block block, NullSpace space) {
      long[][] probes = space.movements(2, new SplittableRandom(SEED));
      Map<List<Long>, Group> alike = new LinkedHashMap<>();
      for (int i = 0; i < block.cells().length; i++) {
        if (probes[0][i] != 0 || probes[1][i] != 0) {
          int first = i;
          Group group =
              alike.computeIfAbsent(List.of(probes[0][i], probes[1][i]), p -> new Group(first));
          int cell = block.cells()[i];
          group.cells.add(cell);
          group.floor = Math.max(group.floor, floor(cell));
          group.need = Math.max(group.need, need(cell));
        }
      }
      return List.copyOf(alike.values());
    }

    List<Narrow> run() {
      SplittableRandom random = new SplittableRandom(SEED);
      int before = Integer.MAX_VALUE;
      List<Integer> open = open();
      for (int round = 0; !open.isEmpty() && isWorthwhile(before, open.size(), round); round++) {
        before = open.size();
        for (int group : open) {
          aim(group, (round < 2 ? round == 0 : random.nextBoolean()) ? 1 : -1);
        }
        solve();
        open = open();
      }
      for (int group : open) {
        bound(group, 1);
        bound(group, -1);
      }
      return narrow();
    }

    private boolean isWorthwhile(int before, int now, int round) {
      return round < 2 || (before - now) * LEAST_PROGRESS > before;
    }

    private List<Integer> open() {
      List<Integer> open = new ArrayList<>();
      for (int g = 0; g < groups.size(); g++) {
        if (groups.get(g).isOpen()) {
          open.add(g);
        }
      }
      return open;
    }

    private void bound(int group, int way) {
      if (groups.get(group).isOpen()) {
        aim(group, way);
        solve();
      }
    }

    private void aim(int group, int way) {
      programme.aim(group, way, groups.get(group).need);
    }

    private void solve() {
      double[] moved = programme.solve();
      for (int g = 0; g < moved.length; g++) {
        groups.get(g).see(moved[g]);
      }
    }

    private List<Narrow> narrow() {
      List<Narrow> found = new ArrayList<>();
      for (Group group : groups) {
        for (int cell : group.cells) {
          if (group.high - group.low < need(cell) - SLACK) {
            double value = amount.of(tables.cell(cell));
            found.add(new Narrow(cell, value + group.low, value + group.high));
          }
        }
      }
      return found;
    }
  }
}
