package org.evenstar.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DisclosureRulesTest {

  private static final DisclosureRules RULES = DisclosureRules.DEFAULT;

  @Test
  void fourOwnersAreWithheldAndFiveAreTold() {
    assertThat(RULES.primary(ownedEqually(4, 1))).contains(Reason.PRIMARY_MIN_N);
    assertThat(RULES.primary(ownedEqually(5, 1))).isEmpty();
  }

  @Test
  void oneOwnerWithThreeInstitutionsCountsOnce() {
    Cell cell = owned(Map.of("A", 3L, "B", 2L, "C", 2L, "D", 2L));

    assertThat(cell.count()).isEqualTo(9);
    assertThat(RULES.primary(cell)).contains(Reason.PRIMARY_MIN_N);
  }

  @Test
  void nobodyIsTooFewOfNothing() {
    assertThat(RULES.primary(owned(Map.of()))).isEmpty();
  }

  @Nested
  class Dominance {

    @Test
    void halfIsToldAndMoreThanHalfIsWithheld() {
      Map<String, Long> half = owners(10, 2, 2, 2, 2, 2);
      Map<String, Long> more = owners(11, 2, 2, 2, 2, 2);

      assertThat(RULES.primary(owned(half))).isEmpty();
      assertThat(RULES.primary(owned(more))).contains(Reason.DOMINANCE);
    }

    @Test
    void twoOwnersMayHold85PercentAndNoMore() {
      Map<String, Long> told = owners(43, 42, 5, 5, 5);
      Map<String, Long> withheld = owners(44, 42, 5, 5, 4);

      assertThat(RULES.primary(owned(told))).isEmpty();
      assertThat(RULES.primary(owned(withheld))).contains(Reason.DOMINANCE);
    }

    @Test
    void aBodyBehindMoreThanHalfWithholds() {
      Cell cell = ownedEqually(10, 1);
      Cell oneBody =
          new Cell(
              cell.key(),
              cell.table(),
              cell.visibility(),
              cell.count(),
              cell.total(),
              cell.owners(),
              Contributors.of(Map.of("CCID", 6L, "WHSZ", 4L)));

      assertThat(RULES.primary(oneBody)).contains(Reason.DOMINANCE);
    }
  }

  @Test
  void theSecondOwnerMustNotEstimateTheFirstWithinPPercent() {
    DisclosureRules rules = RULES.withPPercent("0.60");
    Cell close = owned(owners(30, 30, 6, 6, 5));
    Cell wide = owned(owners(30, 30, 6, 6, 6));

    assertThat(rules.primary(close)).contains(Reason.P_PERCENT);
    assertThat(rules.primary(wide)).isEmpty();
  }

  @Test
  void noneAndAllTellAboutEveryMember() {
    assertThat(RULES.isClass(0, 40)).isTrue();
    assertThat(RULES.isClass(40, 40)).isTrue();
    assertThat(RULES.isClass(39, 40)).isFalse();
    assertThat(RULES.isClass(0, 0)).isFalse();
  }

  @Test
  void quartilesNeedTenOwnersAndDecilesTwenty() {
    assertThat(RULES.statistics(ownedEqually(9, 1)))
        .containsExactlyInAnyOrder(Statistic.COUNT, Statistic.MEAN);
    assertThat(RULES.statistics(ownedEqually(10, 1)))
        .contains(Statistic.QUARTILES)
        .doesNotContain(Statistic.DECILES);
    assertThat(RULES.statistics(ownedEqually(20, 1))).contains(Statistic.DECILES);
  }

  private static Cell ownedEqually(int owners, long each) {
    Map<String, Long> amounts = new TreeMap<>();
    for (int i = 0; i < owners; i++) {
      amounts.put("O" + i, each);
    }
    return owned(amounts);
  }

  private static Map<String, Long> owners(long... amounts) {
    Map<String, Long> owners = new TreeMap<>();
    for (int i = 0; i < amounts.length; i++) {
      owners.put("O" + i, amounts[i]);
    }
    return owners;
  }

  private static Cell owned(Map<String, Long> amounts) {
    long count = amounts.values().stream().mapToLong(Long::longValue).sum();
    return Cell.of(CellKey.of("region", "P1"), "t", count, Contributors.of(amounts));
  }
}
