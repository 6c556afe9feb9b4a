package org.evenstar.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.evenstar.pipeline.LandedFixture.Traits;
import org.junit.jupiter.api.Test;

/** The run looks from 2024-12-31. */
class BenchmarkTest extends PathTest {
  private static final String NATION =
      " from benchmark where region_level = 'nation' and sector_id = '*'"
          + " and organisation_type = '*' and applied_star = '*' and awarded_star = '*'"
          + " and measure_kind = 'star'";

  @Test
  void aDossierPastItsCertificateLeavesTheStockAndStaysInItsPeriod() {
    for (int i = 0; i < 6; i++) {
      landed.dossier("A", "held" + i, 2, on(2024, 3).until(LocalDate.of(2024, 12, 31)));
    }
    for (int i = 0; i < 6; i++) {
      landed.dossier("A", "ended" + i, 3, on(2024, 3).until(LocalDate.of(2024, 12, 30)));
    }

    run();

    assertThat(all("select period, n, mean, share_expired" + NATION + " order by period"))
        .containsExactly("*|6|2.0|0.5", "2024|12|2.5|0.5", "2024-Q1|12|2.5|0.5");
  }

  @Test
  void theAgeOfEvidenceIsTheMeanOfDaysSinceAssessment() {
    for (int i = 0; i < 4; i++) {
      landed.dossier("A", "a" + i, 2, new Traits().on(LocalDate.of(2024, 12, 31)));
    }
    landed.dossier("A", "b", 2, new Traits().on(LocalDate.of(2024, 12, 21)));

    run();

    assertThat(all("select age_days_mean" + NATION + " and period_kind = 'all'"))
        .containsExactly("2.0");
  }

  @Test
  void anInstitutionWithSeveralDossiersCountsOnce() {
    for (int i = 0; i < 8; i++) {
      landed.dossier("A", "a" + i, 2, new Traits().institution(i < 3 ? "same" : "I" + i));
    }

    run();

    assertThat(all("select n, n_institutions" + NATION + " and period_kind = 'all'"))
        .containsExactly("8|6");
  }

  @Test
  void aQuarterIsComparedWithTheQuarterBefore() {
    int[] first = {1, 1, 2, 2, 2};
    int[] second = {2, 2, 3, 3, 3};
    for (int i = 0; i < 5; i++) {
      landed.dossier("A", "a" + i, first[i], on(2023, 12));
      landed.dossier("A", "b" + i, second[i], on(2024, 2));
    }

    run();

    // se² = 2 · 0.3 / 5, 8 degrees of freedom: 1 ± 2.306004 · 0.3464102
    assertThat(
            all(
                "select period, round(change, 6), round(change_lo, 6), round(change_hi, 6)"
                    + NATION
                    + " and period_kind = 'quarter' order by period"))
        .containsExactly("2023-Q4|null|null|null", "2024-Q1|1.0|0.201177|1.798823");
  }

  @Test
  void coverageBelowTheLimitWarnsOfASelection() {
    for (int i = 0; i < 5; i++) {
      landed.dossier("A", "a" + i, 2, new Traits().in("430100"));
      landed.dossier("A", "b" + i, 2, new Traits().in("110100"));
    }
    path.file(
        "config/population.csv",
        "region_code,sector_id,n_known\n430000,training,20\n110000,training,16\n110000,legal,4\n");

    run();

    assertThat(
            all(
                "select region_code, sector_id, n_known, coverage_share, has_low_coverage,"
                    + " round(finite_population_factor, 6) from benchmark"
                    + " where region_level in ('nation', 'province') and organisation_type = '*'"
                    + " and applied_star = '*' and awarded_star = '*' and period_kind = 'all'"
                    + " and measure_kind = 'star' order by region_code, sector_id"))
        .containsExactly(
            "*|*|40|0.25|true|0.866025",
            "*|training|36|0.2777777777777778|true|0.849837",
            "110000|*|20|0.25|true|0.866025",
            "110000|training|16|0.3125|false|0.829156",
            "430000|*|20|0.25|true|0.866025",
            "430000|training|20|0.25|true|0.866025");
  }

  @Test
  void everyCrossOfTheConfigurationIsThere() {
    for (int i = 0; i < 5; i++) {
      landed.dossier("A", "a" + i, 2);
    }
    path.file(
        "config/benchmark.json",
        """
        {"cuts": [["region", "sector", "organisation_type", "applied_star"],
                  ["sector", "region", "applied_star", "organisation_type"]],
         "periods": ["all", "rolling12"], "region_levels": ["nation", "unit37"], "measures": ["star"]}
        """);

    run();

    assertThat(
            all(
                "select region_code, sector_id, organisation_type, applied_star, awarded_star,"
                    + " period_kind, period, n from benchmark order by region_code, period_kind"))
        .containsExactly(
            "*|*|*|*|*|all|*|5",
            "*|*|*|*|*|rolling12|2024-03|5",
            "430000|training|enterprise|5|*|all|*|5",
            "430000|training|enterprise|5|*|rolling12|2024-03|5");
  }

  private static Traits on(int year, int month) {
    return new Traits().on(LocalDate.of(year, month, 5));
  }
}
