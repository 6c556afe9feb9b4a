package org.evenstar.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenstar.disclosure.SmallTables.key;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Leaks planted by hand, one of each kind; each must be found. */
class AttackerTest {

  private static final int[][] ONE_SMALL = {{3, 20, 30}, {20, 25, 30}, {30, 40, 50}};
  private static final Decisions SAFE = SmallTables.suppress(SmallTables.link(ONE_SMALL));

  @Test
  void aSafeReleasePasses() {
    AttackReport report = Attacker.attack(Published.of(SAFE));

    assertThat(report.findings()).isEmpty();
    assertThat(report.passes()).isTrue();
    assertThat(report.attacked()).isEqualTo(4);
  }

  @Test
  void aHoleThatIsAloneInItsRowIsSubtracted() {
    Decisions careless =
        Suppressor.primaryOnly(SmallTables.link(ONE_SMALL), DisclosureRules.DEFAULT);

    AttackReport report = Attacker.attack(Published.of(careless));

    assertThat(report.passes()).isFalse();
    Finding finding = report.findings().get(0);
    assertThat(finding.kind()).isEqualTo(Finding.Kind.SUM);
    assertThat(finding.text())
        .isEqualTo(
            "region=A;sector=X = 3.000000000 SUM from +1 × region=A -1 × region=A;sector=Y"
                + " -1 × region=A;sector=Z");
  }

  @Test
  void aCombinationOfSeveralSumsIsFoundAndProved() {
    Published published = Published.of(SAFE).with(key("B", "Y"), told(key("B", "Y")));

    AttackReport report = Attacker.attack(published);

    assertThat(report.findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.cell()).isEqualTo(key("A", "X"));
              assertThat(valueOf(finding.derivation())).isEqualTo(3);
            });
  }

  @Test
  void aConfidentialCellThatIsShownIsFound() {
    Published published = Published.of(SAFE).with(key("A", "X"), told(key("A", "X")));

    assertThat(kinds(published)).contains(Finding.Kind.TOLD);
  }

  @Test
  void aShareLeftBesideItsWholeGivesTheCount() {
    Dimension star = Dimension.qualities("star", "*", List.of("1", "2", "3"));
    LinkedTables tables =
        LinkedTables.over(List.of(star))
            .add(stars("1", 3))
            .add(stars("2", 7))
            .add(stars("3", 30))
            .add(Cell.of(CellKey.ALL, "t", 40, Contributors.counted(40)))
            .build();
    Published published =
        Published.of(SmallTables.suppress(tables))
            .with(CellKey.of("star", "1"), ShownCell.NOTHING.withShare(0.075));

    assertThat(Attacker.attack(published).findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.kind()).isEqualTo(Finding.Kind.SHARE_TIMES_N);
              assertThat(finding.low()).isEqualTo(3);
            });
  }

  @Test
  void partsThatMustEachBeOneAreBounded() {
    // five withheld rows of a sector that tells 5: none of them is empty, so each is one
    List<String> provinces = List.of("A", "B", "C", "D", "E");
    Dimension region = Dimension.flat("region", "*", provinces);
    LinkedTablesBuilder builder = LinkedTables.over(List.of(region));
    provinces.forEach(p -> builder.add(one(p)));
    LinkedTables tables = builder.add(five()).build();
    DisclosureRules strict = DisclosureRules.DEFAULT.withCountProtection();
    Published careless = Published.of(Suppressor.primaryOnly(tables, strict));

    assertThat(Attacker.attack(careless).findings())
        .hasSize(5)
        .allSatisfy(
            finding -> {
              assertThat(finding.kind()).isEqualTo(Finding.Kind.TOO_NARROW);
              assertThat(finding.high()).isEqualTo(1);
            });
    assertThat(Suppressor.suppress(tables, strict, SuppressionRequest.NONE).withheld())
        .contains(CellKey.ALL);
  }

  private static Cell one(String region) {
    return Cell.of(CellKey.of("region", region), "t", 1, Contributors.counted(1));
  }

  private static Cell five() {
    return Cell.of(CellKey.ALL, "t", 5, Contributors.counted(5));
  }

  @Test
  void aMeanLeftInAWithheldCellIsFound() {
    Published published =
        Published.of(SAFE).with(key("A", "Y"), ShownCell.NOTHING.with(Statistic.MEAN));

    assertThat(kinds(published)).containsExactly(Finding.Kind.LEFT_OVER);
  }

  @Test
  void meansTimesCountsAreSubtractedEvenWhereCountsAreNot() {
    Cell covered = SAFE.tables().cell(key("A", "Y"));
    ShownCell mean =
        new ShownCell(
            ShownCell.NOTHING.count(),
            covered.total(),
            ShownCell.NOTHING.share(),
            Set.of(Statistic.MEAN));

    assertThat(kinds(Published.of(SAFE).with(key("A", "Y"), mean)))
        .contains(Finding.Kind.SUM, Finding.Kind.LEFT_OVER);
  }

  @Test
  void quartilesOfNineAreFound() {
    LinkedTables tables = SmallTables.link(new int[][] {{9, 9, 9}, {9, 9, 9}, {9, 9, 9}});
    Decisions decisions = SmallTables.suppress(tables);
    Cell nine = tables.cell(key("B", "Y"));
    Published published =
        Published.of(decisions)
            .with(
                nine.key(),
                ShownCell.of(nine, Set.of(Statistic.COUNT, Statistic.MEAN, Statistic.QUARTILES)));

    assertThat(kinds(published)).containsExactly(Finding.Kind.STATISTIC_TOO_FINE);
  }

  @Test
  void twoReleasesThatDifferByOneInstitutionAreSubtracted() {
    int[][] before = {{20, 20, 20}, {20, 20, 20}, {20, 20, 20}};
    int[][] after = {{20, 20, 20}, {20, 21, 20}, {20, 20, 20}};
    EarlierRelease first =
        EarlierRelease.of("r0001", SmallTables.suppress(SmallTables.link(before)));
    LinkedTables second = SmallTables.builder(after).earlier(first).build();

    AttackReport report =
        Attacker.attack(Published.of(Suppressor.primaryOnly(second, DisclosureRules.DEFAULT)));

    assertThat(report.findings())
        .extracting(Finding::kind)
        .contains(Finding.Kind.DIFFERENCING)
        .containsOnly(Finding.Kind.DIFFERENCING);
    assertThat(report.findings().get(0).low()).isEqualTo(1);
  }

  @Test
  void twoSingletonsInOneRowReadEachOther() {
    LinkedTables tables = SmallTables.link(new int[][] {{1, 1, 30}, {1, 1, 30}, {30, 40, 50}});
    Decisions careless = Suppressor.primaryOnly(tables, DisclosureRules.DEFAULT);

    assertThat(kinds(Published.of(careless))).contains(Finding.Kind.OWN_ROW, Finding.Kind.UNION);
  }

  @Test
  void holesThatAreFewOwnersTogetherAreFound() {
    LinkedTables tables = SmallTables.link(new int[][] {{2, 2, 30}, {2, 2, 30}, {30, 40, 50}});
    Decisions careless = Suppressor.primaryOnly(tables, DisclosureRules.DEFAULT);

    assertThat(kinds(Published.of(careless))).contains(Finding.Kind.UNION);
  }

  private static Set<Finding.Kind> kinds(Published published) {
    return Set.copyOf(
        Attacker.attack(published).findings().stream().map(Finding::kind).distinct().toList());
  }

  private static ShownCell told(CellKey key) {
    return ShownCell.of(SAFE.tables().cell(key), Set.of(Statistic.COUNT, Statistic.MEAN));
  }

  private static long valueOf(List<Finding.Term> terms) {
    return terms.stream()
        .mapToLong(term -> term.coefficient() * SAFE.tables().cell(term.cell()).count())
        .sum();
  }

  private static Cell stars(String star, int n) {
    return Cell.of(CellKey.of("star", star), "t", n, Contributors.counted(n));
  }
}
