package org.evenstar.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * 200 seeded sets of linked hierarchical tables; {@code -Devenstar.seeds=N} tries more or fewer.
 */
class RandomReleasesTest {

  private static final int SEEDS = Integer.getInteger("evenstar.seeds", 200);

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theAttackerRecoversNothing(boolean areCountsProtected) {
    DisclosureRules rules =
        areCountsProtected
            ? DisclosureRules.DEFAULT.withCountProtection()
            : DisclosureRules.DEFAULT;
    for (long seed = 0; seed < SEEDS; seed++) {
      Decisions decisions =
          Suppressor.suppress(RandomTables.of(seed).link(), rules, SuppressionRequest.NONE);

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
