package org.evenstar.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.evenstar.stats.benchmark.PercentileRank;
import org.evenstar.stats.benchmark.QuantileType;
import org.evenstar.stats.benchmark.Quantiles;
import org.junit.jupiter.api.Test;

/** Peers, standing and the next star of institutions under model TWO. */
class StandingTest extends PathTest {
  private static final long SEED = 20240305;
  private static final long[] LEVELS = {0, 500_000, 800_000, 1_000_000};
  private static final int ITEMS = 15;

  /** Scores by dossier number; null is not applicable, an absent item was not scored. */
  private final Map<String, Map<Integer, Long>> given = new TreeMap<>();

  @Test
  void aGroupIsWidenedInTheDeclaredOrderUntilItHoldsTenOthers() {
    institutions("a", 11, "430100", "training", "enterprise");
    institutions("b", 6, "110100", "training", "enterprise");
    institutions("c", 1, "110100", "training", "public");
    institutions("d", 1, "110100", "law", "public");

    run();

    assertThat(
            all(
                "select distinct region_code, sector_id, organisation_type, rule, rule_step,"
                    + " peer_region, n_peers, obs_status from peer_group"
                    + " order by rule_step, rule"))
        .containsExactly(
            "430100|training|enterprise|organisation_type,sector,unit37|0|430000|10|OK",
            "110100|training|enterprise|organisation_type,sector|1|null|16|OK",
            "110100|training|public|sector|2|null|17|OK",
            "110100|law|public||3|null|18|OK");
  }

  @Test
  void fewerThanTenOthersGiveNoStanding() {
    institutions("a", 10, "430100", "training", "enterprise");

    run();

    assertThat(all("select distinct rule_step, n_peers, obs_status, reason from peer_group"))
        .containsExactly("3|9|NOT_ENOUGH|FEW_PEERS");
    assertThat(all("select count(q1), count(percentile), min(n), max(obs_status) from standing"))
        .containsExactly("0|0|9|NOT_ENOUGH");
  }

  @Test
  void quartilesAndPercentileAreThoseOfTheOthers() {
    scored(60, new SplittableRandom(SEED));

    run();

    Map<String, Double> values = new TreeMap<>();
    for (String row :
        all("select institution_code, value from standing where measure_kind = 'index'")) {
      String[] cells = row.split("\\|", -1);
      values.put(cells[0], Double.valueOf(cells[1]));
    }
    for (String row :
        all(
            "select institution_code, n, q1, median, q3, percentile, percentile_lo, percentile_hi,"
                + " gap_to_median, gap_to_next from standing where measure_kind = 'index'")) {
      String[] cells = row.split("\\|", -1);
      double own = values.get(cells[0]);
      double[] others =
          values.entrySet().stream()
              .filter(other -> !other.getKey().equals(cells[0]))
              .mapToDouble(Map.Entry::getValue)
              .sorted()
              .toArray();
      double percentile = PercentileRank.of(others, own).hazen().orElseThrow();
      double[] quartiles = new double[3];
      for (int k = 0; k < 3; k++) {
        quartiles[k] = Quantiles.of(others, (k + 1) / 4.0, QuantileType.TYPE_7).orElseThrow();
        assertThat(Double.parseDouble(cells[2 + k]))
            .as("quartile %d of %s, seed %d", k + 1, cells[0], SEED)
            .isCloseTo(quartiles[k], within(1e-9));
      }
      assertThat(Long.parseLong(cells[1])).isEqualTo(others.length);
      assertThat(Double.parseDouble(cells[5])).isCloseTo(percentile, within(1e-12));
      assertThat(percentile)
          .isBetween(Double.parseDouble(cells[6]) - 1e-12, Double.parseDouble(cells[7]) + 1e-12);
      assertThat(Double.parseDouble(cells[8])).isCloseTo(own - quartiles[1], within(1e-9));
      if (!cells[9].equals("null")) {
        assertThat(Double.parseDouble(cells[9])).isNegative();
      }
    }
  }

  @Test
  void meetingWhatIsListedGivesTheNextStar() {
    scored(200, new SplittableRandom(SEED + 1));
    run();
    Map<String, String> before = stars();
    List<String> listed = all("select institution_code, item_id, needed_micro from next_star");

    Map<String, Map<Integer, Long>> raised = new TreeMap<>();
    given.forEach((number, scores) -> raised.put(number, new TreeMap<>(scores)));
    for (String row : listed) {
      String[] cells = row.split("\\|", -1);
      raised.get(cells[0].substring(1)).put(itemNo(cells[1]), Long.valueOf(cells[2]));
    }
    try (PathFixture second = new PathFixture(folder.resolve("raised"))) {
      LandedFixture again = new LandedFixture();
      raised.forEach((number, scores) -> land(again, number, scores));
      second.run(again);
      for (String row : second.all("select institution_code, recomputed_star from dossier")) {
        String[] cells = row.split("\\|", -1);
        int star = Integer.parseInt(before.get(cells[0]));
        assertThat(Integer.parseInt(cells[1]))
            .as("%s, seed %d", cells[0], SEED + 1)
            .isGreaterThanOrEqualTo(Math.min(3, star + 1));
      }
    }
  }

  @Test
  void requirementsThatPeersMeetMostOftenComeFirst() {
    scored(60, new SplittableRandom(SEED + 2));

    run();

    assertThat(
            all(
                "select a.institution_code from next_star a inner join next_star b"
                    + " on a.institution_code = b.institution_code and b.position = a.position + 1"
                    + " where b.peers_share > coalesce(a.peers_share, 0)"))
        .isEmpty();
    assertThat(
            all(
                "select count(*) from next_star inner join peer_group"
                    + " on peer_group.institution_code = next_star.institution_code"
                    + " where peers_share <= 0 or peers_share >= 1"
                    + " or target_star <> recomputed_star + 1"))
        .containsExactly("0");
  }

  @Test
  void theAssessmentBeforeTellsWhatChanged() {
    institutions("a", 11, "430100", "training", "enterprise");
    LandedFixture.Traits earlier =
        new LandedFixture.Traits().on(java.time.LocalDate.of(2023, 12, 20)).institution("Ia0");
    landed.dossier("B", "old", 1, earlier);

    run();

    assertThat(
            all(
                "select previous_assessed_on, previous_awarded_star from peer_group"
                    + " where institution_code = 'Ia0'"))
        .containsExactly("2023-12-20|1");
    assertThat(
            all(
                "select value, previous_value, change from standing"
                    + " where institution_code = 'Ia0' and measure_kind = 'star'"))
        .containsExactly("2.0|1.0|1.0");
    assertThat(all("select count(*) from peer_group")).containsExactly("11");
  }

  private void institutions(String prefix, int n, String region, String sector, String type) {
    for (int i = 0; i < n; i++) {
      landed.dossier(
          "A", prefix + i, 2, new LandedFixture.Traits().in(region).sector(sector).type(type));
    }
  }

  /** Institutions whose low stars are mostly met, with gaps of every kind. */
  private void scored(int n, SplittableRandom random) {
    for (int i = 0; i < n; i++) {
      Map<Integer, Long> scores = new TreeMap<>();
      int met = random.nextInt(4);
      for (int item = 0; item < ITEMS; item++) {
        int kind = random.nextInt(20);
        boolean isLow = item % 3 < met;
        if (kind == 0) {
          scores.put(item, null);
        } else if (kind > 1 || isLow) {
          scores.put(item, LEVELS[isLow ? 2 + random.nextInt(2) : random.nextInt(4)]);
        }
      }
      String number = String.format(java.util.Locale.ROOT, "%03d", i);
      given.put(number, scores);
      land(landed, number, scores);
    }
  }

  private void land(LandedFixture into, String number, Map<Integer, Long> scores) {
    long row = into.dossier("A", number, 2);
    scores.forEach((item, score) -> into.score(row, item, score));
  }

  private Map<String, String> stars() {
    Map<String, String> stars = new HashMap<>();
    for (String row : all("select institution_code, recomputed_star from dossier")) {
      String[] cells = row.split("\\|", -1);
      stars.put(cells[0], cells[1]);
    }
    return stars;
  }

  private static int itemNo(String itemId) {
    int indicator = List.of("X1", "X2", "X3", "X4", "Y1").indexOf(itemId.substring(0, 2));
    return indicator * 3 + Integer.parseInt(itemId.substring(3)) - 1;
  }
}
