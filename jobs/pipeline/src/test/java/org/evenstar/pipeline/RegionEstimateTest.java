package org.evenstar.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenstar.pipeline.LandedFixture.Traits;
import org.junit.jupiter.api.Test;

/** Regions: 湖南 430000, 山东 370000, 宁夏 640000. */
class RegionEstimateTest extends PathTest {
  private static final String STARS = " and measure_kind = 'star'";

  @Test
  void smallRegionsAreNotShown() {
    dossiers("430100", "training", 6, 2, 3);
    dossiers("640100", "training", 4, 2, 3);
    dossiers("110100", "training", 4, 2, 3);

    run();

    assertThat(
            all(
                "select region_code, n, raw_mean from region_estimate"
                    + " where region_level = 'province'"
                    + STARS))
        .containsExactly("430000|6|2.5");
    assertThat(all("select region_a from region_gap")).isEmpty();
  }

  @Test
  void theGapToTheNationIsMixAndRateAndWhatHasNoMatch() {
    dossiers("430100", "training", 8, 2, 3);
    dossiers("430100", "legal", 2, 4, 4);
    dossiers("370100", "training", 4, 2, 2);
    dossiers("370100", "legal", 6, 4, 5);

    run();

    assertThat(
            all(
                "select region_code, round(raw_mean, 9), round(mix_effect + rate_effect"
                    + " + unmatched_effect, 9), covered_share from region_estimate"
                    + " where region_level = 'province'"
                    + STARS
                    + " order by region_code"))
        .containsExactly("370000|3.5|0.35|1.0", "430000|2.8|-0.35|1.0");
    assertThat(
            all(
                "select round(standardised_mean, 9) from region_estimate where region_code = '430000'"
                    + " and region_level = 'province'"
                    + STARS))
        .containsExactly("3.1");
  }

  @Test
  void twoRegionsAreComparedByWelchsInterval() {
    dossiers("430100", "training", 40, 4, 5);
    dossiers("370100", "training", 40, 1, 2);

    run();

    assertThat(
            all(
                "select region_a, region_b, gap, gap_hi < 0, answer from region_gap"
                    + " where region_level = 'province'"
                    + STARS))
        .containsExactly("370000|430000|-3.0|true|YES");
    assertThat(
            all(
                "select region_code, rank, rank_lo, rank_hi, shrunken_mean between 1 and 5,"
                    + " distinguishable_share from region_estimate where region_level = 'province'"
                    + STARS
                    + " order by rank"))
        .containsExactly("430000|1|1|1|true|1.0", "370000|2|2|2|true|1.0");
  }

  @Test
  void whereNothingVariesNothingIsShrunken() {
    dossiers("430100", "training", 6, 3, 3);
    dossiers("370100", "training", 6, 3, 3);

    run();

    assertThat(
            all(
                "select distinct raw_mean, shrunken_mean, rank, obs_status, reason"
                    + " from region_estimate where region_level = 'province'"
                    + STARS))
        .containsExactly("3.0|null|null|NOT_ENOUGH|NO_VARIATION");
  }

  /** Half of the dossiers get one star, half the other. */
  private void dossiers(String region, String sector, int n, int first, int second) {
    for (int i = 0; i < n; i++) {
      landed.dossier(
          "A",
          region + sector + i,
          i % 2 == 0 ? first : second,
          new Traits().in(region).sector(sector));
    }
  }
}
