package org.evenstar.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Items of model TWO: X1.1 X1.2 X1.3 X2.1 … Y1.3, numbered from 0. */
class StagesTest extends PathTest {
  private static final long FULL = 1_000_000;

  @Test
  void aStarNeedsEveryLowerStar() {
    long row = landed.dossier("A", "1", 2);
    star(row, 1, FULL, FULL, FULL, FULL, FULL);
    star(row, 2, 500_000L, 500_000L, 500_000L, 500_000L, FULL);
    star(row, 3, FULL, FULL, FULL, FULL, FULL);

    run();

    assertThat(all("select recomputed_star, index_micro, is_censored from dossier"))
        .containsExactly("1|1750000|false");
  }

  @Test
  void exactlyTheThresholdIsMet() {
    long row = landed.dossier("A", "1", 1);
    // domain X: (1 + 1 + 0.5 + N/A) / 3 = 5/6; the mean reaches 0.8 when Y is at least 23/30 =
    // 0.7666…
    star(row, 1, FULL, FULL, 500_000L, null, 766_667L);

    run();

    assertThat(all("select recomputed_star from dossier")).containsExactly("1");
  }

  @Test
  void oneMillionthBelowTheThresholdIsNotMet() {
    long row = landed.dossier("A", "1", 1);
    star(row, 1, FULL, FULL, 500_000L, null, 766_666L);

    run();

    assertThat(all("select recomputed_star, index_micro from dossier")).containsExactly("0|800000");
  }

  @Test
  void aStarThatWasNotAssessedCensorsTheIndexAndIsNeverZero() {
    long row = landed.dossier("A", "1", 1);
    star(row, 1, FULL, FULL, FULL, FULL, FULL);

    run();

    assertThat(all("select recomputed_star, index_micro, is_censored from dossier"))
        .containsExactly("1|1000000|true");
  }

  @Test
  void tooMuchNotApplicableMakesTheDomainNotAssessable() {
    long row = landed.dossier("A", "1", 1);
    star(row, 1, FULL, FULL, null, null, FULL);

    run();

    assertThat(all("select recomputed_star, index_micro, n_not_applicable from dossier"))
        .containsExactly("null|null|2");
  }

  @Test
  void theNewestRevisionCountsAndAWithdrawalRemoves() {
    star(landed.dossier("A", "1", 1, "ASSESS", "h1", 3), 1, FULL, FULL, FULL, FULL, FULL);
    star(landed.dossier("A", "1", 2, "ASSESS", "h2", 1), 1, FULL, FULL, FULL, FULL, FULL);
    landed.dossier("A", "2", 1, "ASSESS", "h3", 2);
    landed.dossier("A", "2", 2, "WITHDRAW", "h4", null);

    run();

    assertThat(all("select dossier_no, revision, awarded_star from dossier"))
        .containsExactly("1|2|1");
  }

  @Test
  void theSameRevisionAgainIsANoteAndAnotherContentIsQuarantined() {
    landed.dossier("A", "1", 1, "ASSESS", "same", 1);
    landed.dossier("A", "1", 1, "ASSESS", "same", 1);
    landed.dossier("A", "1", 1, "ASSESS", "other", 2);
    landed.delivery("A", 3);

    run();

    assertThat(all("select reason_code, severity from problem order by reason_code"))
        .containsExactly("DOSSIER_CONFLICT|QUARANTINE", "DOSSIER_REPEATED|NOTE");
    assertThat(
            all(
                "select n_read, n_accepted, n_repaired, n_quarantined from quality"
                    + " where reason_code = '*'"))
        .containsExactly("3|2|0|1");
  }

  @Test
  void anAwardedStarThatDoesNotFollowFromItsScoresIsASignalWithItsDossier() {
    star(landed.dossier("B", "7", 3), 1, FULL, FULL, FULL, FULL, FULL);

    run();

    assertThat(all("select signal_id, n, level from signal where check_id = 'star_recomputed'"))
        .containsExactly("star_recomputed:B|1|WATCH");
    assertThat(all("select dossier_no, value, expected from signal_evidence"))
        .containsExactly("7|3|1");
  }

  @Test
  void aCellBelowTheLeastNumberIsWithheld() {
    for (int i = 0; i < 4; i++) {
      landed.dossier("A", "a" + i, 2);
    }

    run();

    assertThat(
            all(
                "select distinct measure_kind, measure_id, n, mean, obs_status, reason"
                    + " from benchmark"))
        .containsExactly("*|*|null|null|WITHHELD|DISCLOSURE");
    assertThat(all("select star from star_share")).isEmpty();
  }

  @Test
  void quartilesInterpolateByTypeSeven() {
    for (int i = 0; i < 10; i++) {
      landed.dossier("A", "a" + i, i < 3 ? 1 : i < 8 ? 2 : 3);
    }

    run();

    assertThat(
            all(
                "select n, mean, q1, median, q3 from benchmark where region_level = 'nation'"
                    + " and sector_id = '*' and organisation_type = '*' and applied_star = '*'"
                    + " and awarded_star = '*' and period_kind = 'all' and measure_kind = 'star'"))
        .containsExactly("10|1.9|1.25|2.0|2.0");
  }

  private void star(long row, int star, Long... scores) {
    for (int indicator = 0; indicator < scores.length; indicator++) {
      landed.score(row, indicator * 3 + star - 1, scores[indicator]);
    }
  }
}
