package org.evenstar.pipeline.disclose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class HierarchyTest {
  @Test
  void aWholeIsTheSumOfEachKindAndOfWhatTheKindLeavesOut() {
    Hierarchy regions =
        new Hierarchy(
            List.of("nation", "province", "province", "prefecture"),
            List.of("*", "A", "B", "A1"),
            List.of(set(1, 2, 3, 4), set(1, 2), set(3, 4), set(1)));

    assertThat(splits(regions)).containsExactly("* = A + B", "* = A1 + ~1", "A = A1 + ~2");
    assertThat(regions.isShown(3)).isTrue();
    assertThat(regions.isShown(4)).isFalse();
    assertThat(regions.codesOf(2)).containsExactly(0, 1, 4, 5);
  }

  @Test
  void codesThatOverlapAreSumsOfThePartsBetweenThem() {
    Hierarchy periods =
        new Hierarchy(
            List.of("rolling12", "rolling12"), List.of("R1", "R2"), List.of(set(1, 2), set(2, 3)));

    assertThat(splits(periods)).containsExactly("R1 = ~1 + ~2", "R2 = ~2 + ~3");
  }

  @Test
  void twoNamesOfTheSameCellsAreTiedOnce() {
    Hierarchy periods =
        new Hierarchy(
            List.of("all", "year"), List.of("all", "2024"), List.of(set(1, 2), set(1, 2)));

    assertThat(splits(periods)).containsExactly("all = 2024");
  }

  private static List<String> splits(Hierarchy hierarchy) {
    return hierarchy.splits().stream()
        .map(split -> split.parent() + " = " + String.join(" + ", split.children()))
        .toList();
  }

  private static BitSet set(int... leaves) {
    BitSet set = new BitSet();
    Arrays.stream(leaves).forEach(set::set);
    return set;
  }
}
