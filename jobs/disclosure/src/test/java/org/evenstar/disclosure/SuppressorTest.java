package org.evenstar.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.evenstar.disclosure.SmallTables.key;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SuppressorTest {

  private static final int[][] ONE_SMALL = {{3, 20, 30}, {20, 25, 30}, {30, 40, 50}};

  @Test
  void aLoneSmallCellIsCoveredInItsRowAndItsColumn() {
    Decisions decisions = SmallTables.suppress(SmallTables.link(ONE_SMALL));

    assertThat(decisions.withheld())
        .containsExactly(key("A", "X"), key("A", "Y"), key("B", "X"), key("B", "Y"));
    assertThat(decisions.loss().byReason())
        .isEqualTo(Map.of(Reason.PRIMARY_MIN_N, 1, Reason.COMPLEMENTARY, 3));
    assertThat(decisions.conflicts()).isEmpty();
  }

  @Test
  void nothingIsWithheldWhereNothingIsSmall() {
    Decisions decisions =
        SmallTables.suppress(SmallTables.link(new int[][] {{9, 9, 9}, {9, 9, 9}, {9, 9, 9}}));

    assertThat(decisions.withheld()).isEmpty();
  }

  @Test
  void twoSmallCellsOfOneRowGetAThirdWhenTogetherTheyAreStillFew() {
    LinkedTables tables = SmallTables.link(new int[][] {{2, 2, 30}, {20, 25, 30}, {30, 40, 50}});

    Decisions decisions = SmallTables.suppress(tables);

    assertThat(decisions.withheld()).contains(key("A", "Z"));
  }

  @Test
  void tenRunsAndAnyOrderOfInputGiveTheSameCells() {
    for (long seed = 0; seed < 5; seed++) {
      RandomTables random = RandomTables.of(seed);
      Set<Object> outcomes = new HashSet<>();
      for (int run = 0; run < 10; run++) {
        List<Contribution> shuffled = new ArrayList<>(random.contributions);
        Collections.shuffle(shuffled, new Random(run));
        Decisions decisions = SmallTables.suppress(random.builder(shuffled).build());
        outcomes.add(List.copyOf(decisions.cells()));
      }
      assertThat(outcomes).as("seed %d", seed).hasSize(1);
    }
  }

  @Nested
  class Wishes {

    @Test
    void aCellThatMustBePublishedIsNotTakenAsCover() {
      LinkedTables tables = SmallTables.link(ONE_SMALL);

      Decisions decisions =
          Suppressor.suppress(
              tables,
              DisclosureRules.DEFAULT,
              SuppressionRequest.NONE.withMustPublish(Set.of(key("A", "Y"))));

      assertThat(decisions.published()).contains(key("A", "Y"));
      assertThat(decisions.conflicts()).isEmpty();
      assertThat(Attacker.attack(Published.of(decisions)).findings()).isEmpty();
    }

    @Test
    void aConfidentialCellThatMustBePublishedIsWithheldAndReported() {
      LinkedTables tables = SmallTables.link(ONE_SMALL);

      Decisions decisions =
          Suppressor.suppress(
              tables,
              DisclosureRules.DEFAULT,
              SuppressionRequest.NONE.withMustPublish(Set.of(key("A", "X"))));

      assertThat(decisions.conflicts())
          .containsExactly(new Conflict(key("A", "X"), Conflict.Kind.MUST_PUBLISH_IS_CONFIDENTIAL));
    }

    @Test
    void wishesThatLeaveNoCoverAreReported() {
      LinkedTables tables = SmallTables.link(ONE_SMALL);
      Set<CellKey> row = Set.of(key("A", "Y"), key("A", "Z"), CellKey.of("region", "A"));

      Decisions decisions =
          Suppressor.suppress(
              tables, DisclosureRules.DEFAULT, SuppressionRequest.NONE.withMustPublish(row));

      assertThat(decisions.conflicts())
          .extracting(Conflict::kind)
          .contains(Conflict.Kind.MUST_PUBLISH_IS_NEEDED_AS_COVER);
      assertThat(Attacker.attack(Published.of(decisions)).findings()).isEmpty();
    }

    @Test
    void aCellThatMustBeHiddenIsCoveredLikeAnyOther() {
      LinkedTables tables = SmallTables.link(new int[][] {{9, 9, 9}, {9, 9, 9}, {9, 9, 9}});

      Decisions decisions =
          Suppressor.suppress(
              tables,
              DisclosureRules.DEFAULT,
              SuppressionRequest.NONE.withMustHide(Set.of(key("B", "Y"))));

      assertThat(decisions.withheld()).hasSize(4).contains(key("B", "Y"));
    }

    @Test
    void theFormerPatternIsKeptWhereItStillCovers() {
      LinkedTables tables = SmallTables.link(ONE_SMALL);
      Set<CellKey> former = Set.of(key("A", "X"), key("A", "Z"), key("C", "X"), key("C", "Z"));

      Decisions decisions =
          Suppressor.suppress(
              tables, DisclosureRules.DEFAULT, SuppressionRequest.NONE.withFormerPattern(former));

      assertThat(decisions.withheld()).isEqualTo(former);
    }
  }

  @Nested
  class EarlierReleases {

    @Test
    void aCellThatGrewByFewIsWithheldSoThatTheReleasesCannotBeSubtracted() {
      EarlierRelease first =
          EarlierRelease.of("r0001", SmallTables.suppress(SmallTables.link(grown(0))));
      LinkedTables second = SmallTables.builder(grown(1)).earlier(first).build();

      Decisions decisions = SmallTables.suppress(second);

      assertThat(decisions.withheld()).contains(key("B", "Y"), CellKey.ALL);
      assertThat(decisions.loss().byReason()).containsKey(Reason.DIFFERENCING);
      assertThat(Attacker.attack(Published.of(decisions)).findings()).isEmpty();
    }

    @Test
    void aCellThatGrewByManyIsTold() {
      EarlierRelease first =
          EarlierRelease.of("r0001", SmallTables.suppress(SmallTables.link(grown(0))));
      LinkedTables second = SmallTables.builder(grown(5)).earlier(first).build();

      assertThat(SmallTables.suppress(second).withheld()).isEmpty();
    }

    @Test
    void theSameDataMayBeToldTwice() {
      Decisions first = SmallTables.suppress(SmallTables.link(ONE_SMALL));
      LinkedTables again =
          SmallTables.builder(ONE_SMALL).earlier(EarlierRelease.of("r0001", first)).build();

      assertThat(SmallTables.suppress(again).withheld()).isEqualTo(first.withheld());
    }

    @Test
    void whatAnEarlierReleaseToldCannotBeTakenBackAndIsReported() {
      Decisions careless =
          Suppressor.suppress(
              SmallTables.link(ONE_SMALL),
              DisclosureRules.DEFAULT.withMinN(1),
              SuppressionRequest.NONE);
      LinkedTables again =
          SmallTables.builder(ONE_SMALL).earlier(EarlierRelease.of("r0001", careless)).build();

      assertThat(SmallTables.suppress(again).conflicts())
          .containsExactly(new Conflict(key("A", "X"), Conflict.Kind.ALREADY_TOLD));
    }

    private int[][] grown(int by) {
      return new int[][] {{20, 20, 20}, {20, 20 + by, 20}, {20, 20, 20}};
    }
  }

  @Test
  void aTotalOfOneTableTiesATableThatShowsNone() {
    List<Dimension> dimensions = SmallTables.DIMENSIONS;
    LinkedTables tables =
        new Tabulation(dimensions)
            .link(
                List.of(
                    new TableSpec("by region", Map.of("region", Set.of("*", "A", "B", "C"))),
                    new TableSpec("by sector", Map.of("sector", Set.of("X", "Y", "Z")))),
                SmallTables.institutions(new int[][] {{4, 0, 0}, {0, 20, 0}, {0, 0, 20}}))
            .build();

    Decisions decisions = SmallTables.suppress(tables);

    assertThat(decisions.withheld())
        .contains(CellKey.of("region", "A"), CellKey.of("sector", "X"))
        .hasSize(4);
  }

  @Test
  void partsThatAreMoreThanTheWholeAreRefused() {
    LinkedTablesBuilder builder =
        LinkedTables.over(List.of(SmallTables.REGION))
            .add(cell("A", 7))
            .add(cell("B", 6))
            .add(Cell.of(CellKey.ALL, "t", 12, Contributors.counted(12)));

    assertThat(catchThrowable(builder::build))
        .hasMessage(
            "Cannot link cell '(all)': it holds 12 and its parts by 'region' hold 13; give parts"
                + " that do not overlap");
  }

  @Test
  void aMeanOfStarsIsTiedToTheStarsItCounts() {
    Dimension star = Dimension.qualities("star", "*", List.of("1", "2"));
    Dimension measure = Dimension.labels("measure");
    LinkedTables tables =
        LinkedTables.over(List.of(star, measure))
            .add(stars("n", null, 24))
            .add(stars("n", "1", 20))
            .add(stars("n", "2", 4))
            .add(stars("sum_of_stars", null, 28))
            .fact(
                Map.of(
                    CellKey.of("measure", "sum_of_stars"), 1L,
                    CellKey.of("measure", "n", "star", "1"), -1L,
                    CellKey.of("measure", "n", "star", "2"), -2L))
            .build();

    Decisions decisions =
        Suppressor.suppress(
            tables,
            DisclosureRules.DEFAULT,
            SuppressionRequest.NONE.withMustPublish(Set.of(CellKey.of("measure", "n"))));

    assertThat(decisions.withheld()).contains(CellKey.of("measure", "sum_of_stars"));
  }

  private static Cell stars(String measure, @Nullable String star, long n) {
    CellKey key =
        star == null
            ? CellKey.of("measure", measure)
            : CellKey.of("measure", measure, "star", star);
    return new Cell(
        key,
        "stars",
        Cell.Visibility.SHOWN,
        n,
        OptionalLong.empty(),
        Contributors.counted((int) n),
        Contributors.NONE);
  }

  private static Cell cell(String region, long n) {
    return Cell.of(CellKey.of("region", region), "t", n, Contributors.counted((int) n));
  }
}
