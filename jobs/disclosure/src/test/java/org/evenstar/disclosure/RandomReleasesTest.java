package org.evenstar.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * 200 seeded sets of linked hierarchical tables; {@code -Devenstar.seeds=N} tries more or fewer.
 */
class RandomReleasesTest {

  private static final int SEEDS = Integer.getInteger("evenstar.seeds", 200);

  @Test
  void theAttackerRecoversNothing() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Decisions decisions = SmallTables.suppress(RandomTables.of(seed).link());

      assertThat(decisions.conflicts()).as("seed %d", seed).isEmpty();
      assertThat(Attacker.attack(Published.of(decisions)).findings()).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void theAttackerRecoversOnceComplementarySuppressionIsOff() {
    int open = 0;
    int recovered = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      Decisions careless =
          Suppressor.primaryOnly(RandomTables.of(seed).link(), DisclosureRules.DEFAULT);
      if (!careless.withheld().isEmpty()) {
        open++;
        recovered += Attacker.attack(Published.of(careless)).passes() ? 0 : 1;
      }
    }
    assertThat(recovered).isGreaterThan(open * 95 / 100);
  }
}
