package org.evenstar.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold whatever the data: seeded dossiers through the whole path. */
@SuppressWarnings("NullAway.Init")
class PathPropertyTest {
  private static final long SEED = 20240601;
  private static final long[] LEVELS = {0, 500_000, 800_000, 1_000_000};
  private static final int ITEMS = 15;
  private static final String[] REGIONS = {"430100", "430200", "110108", "210200"};
  private static final String[] SECTORS = {"training", "legal"};
  private static final String BANDS =
      """
      {"model_id": "TWO", "version": "1", "name": {"zh": "两领域", "en": "Two domains"},
       "stars": {"lowest": 0, "highest": 3},
       "domains": [{"domain_id": "X", "name": {"zh": "一", "en": "X"}, "weight": 20},
                   {"domain_id": "Y", "name": {"zh": "二", "en": "Y"}, "weight": 30}],
       "indicators": [
        {"indicator_id": "X1", "domain_id": "X", "name": {"zh": "一", "en": "X1"}},
        {"indicator_id": "X2", "domain_id": "X", "name": {"zh": "二", "en": "X2"}},
        {"indicator_id": "Y1", "domain_id": "Y", "name": {"zh": "三", "en": "Y1"}}],
       "items": {"kind": "per_indicator", "points": {"lowest": "0", "highest": "1"}},
       "rule": {"kind": "bands", "aggregate": "weighted_mean",
        "bands": [{"star": 3, "total_min": "0.8", "each_min": "0.6"},
                  {"star": 2, "total_min": "0.6", "each_min": "0.4"},
                  {"star": 1, "total_min": "0.4"}]}}
      """;

  /** A floor that binds and a requirement that must be met in full. */
  private static final String FLOORED =
      """
      {"model_id": "TWO", "version": "1", "name": {"zh": "两领域", "en": "Two domains"},
       "stars": {"lowest": 0, "highest": 3},
       "domains": [{"domain_id": "X", "name": {"zh": "一", "en": "X"}, "weight": 20},
                   {"domain_id": "Y", "name": {"zh": "二", "en": "Y"}, "weight": 30}],
       "indicators": [
        {"indicator_id": "X1", "domain_id": "X", "name": {"zh": "一", "en": "X1"}},
        {"indicator_id": "X2", "domain_id": "X", "name": {"zh": "二", "en": "X2"}, "weight": 3},
        {"indicator_id": "X3", "domain_id": "X", "name": {"zh": "三", "en": "X3"}},
        {"indicator_id": "X4", "domain_id": "X", "name": {"zh": "四", "en": "X4"}},
        {"indicator_id": "Y1", "domain_id": "Y", "name": {"zh": "五", "en": "Y1"}}],
       "items": {"kind": "per_star", "stars": [1, 2, 3]},
       "rule": {"kind": "cumulative", "threshold": "0.70", "vetoes": ["X1.3"],
                "floor": {"value": "0.50", "enforced": true}}}
      """;

  @TempDir Path folder;

  /** One dossier to be landed: its traits and a score an item, -1 for none. */
  @SuppressWarnings("ArrayRecordComponent") // no two are compared
  private record Given(String number, int star, String region, String sector, long[] scores) {}

  @Test
  void orderOfRowsAndThreadsChangeNothing() {
    List<Given> dossiers = dossiers(150, ITEMS);
    List<Given> shuffled = new ArrayList<>(dossiers);
    Collections.shuffle(shuffled, new Random(SEED));

    List<String> first = published("first", 1, dossiers, "");
    List<String> second = published("second", 4, shuffled, "");

    assertThat(second).as("seed %d", SEED).isEqualTo(first).hasSizeGreaterThan(1_000);
  }

  @Test
  void partsAddUpToTheWhole() {
    try (PathFixture path = new PathFixture(folder)) {
      path.run(land(dossiers(300, ITEMS)));

      // Liaoning holds Dalian, so that provinces part the nation and units of 37 do, too
      for (String level : List.of("province", "unit37")) {
        assertThat(
                path.all(
                    "select parts.measure_kind, parts.measure_id from (select measure_kind,"
                        + " measure_id, sum(n) as n, sum(n * mean) as total from benchmark"
                        + " where region_level = '"
                        + level
                        + "' and sector_id = '*' and organisation_type = '*'"
                        + " and applied_star = '*' and awarded_star = '*' and period = '*'"
                        + " group by measure_kind, measure_id) parts inner join benchmark"
                        + " on benchmark.measure_kind = parts.measure_kind"
                        + " and benchmark.measure_id = parts.measure_id"
                        + " where region_level = 'nation' and sector_id = '*'"
                        + " and organisation_type = '*' and applied_star = '*'"
                        + " and awarded_star = '*' and period = '*' and (benchmark.n <> parts.n"
                        + " or abs(benchmark.n * benchmark.mean - parts.total) > 1e-6)"))
            .as("%s, seed %d", level, SEED)
            .isEmpty();
      }
      assertThat(
              path.all(
                  "select region_code from star_share group by region_level, region_code,"
                      + " sector_id, organisation_type, applied_star, awarded_star, period_kind,"
                      + " period having sum(n) <> max(n_total)"))
          .isEmpty();
    }
  }

  @Test
  void anInstitutionInAnotherRegionChangesNoCellOfThisOne() {
    List<Given> dossiers = dossiers(150, ITEMS);
    List<Given> more = new ArrayList<>(dossiers);
    more.add(new Given("more", 3, "110108", "training", scores(new SplittableRandom(1), ITEMS)));
    String cells = " where region_code in ('430000', '430100', '430200')";

    List<String> before = benchmark("before", dossiers, cells);
    List<String> after = benchmark("after", more, cells);

    assertThat(after).isEqualTo(before).hasSizeGreaterThan(100);
    assertThat(benchmark("elsewhere", more, " where region_code = '110000'"))
        .isNotEqualTo(benchmark("there", dossiers, " where region_code = '110000'"));
  }

  @Test
  void aLinearChangeOfScaleChangesNoRank() {
    List<Given> dossiers = dossiers(150, 3);

    List<String> before = ranks("before", dossiers, score -> score);
    List<String> after = ranks("after", dossiers, score -> 200_000 + score / 2);

    assertThat(after).as("seed %d", SEED).isEqualTo(before).hasSizeGreaterThan(500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", FLOORED, BANDS})
  void noRaiseLowersAStarOrAnIndex(String model) {
    int items = model.equals(BANDS) ? 3 : ITEMS;
    List<Given> dossiers = dossiers(10_000, items);
    SplittableRandom random = new SplittableRandom(SEED + 1);
    LandedFixture landed = land(dossiers);
    for (Given given : dossiers) {
      long[] raised = given.scores().clone();
      int raises = 1 + random.nextInt(items);
      for (int i = 0; i < raises; i++) {
        int item = random.nextInt(items);
        if (raised[item] >= 0) {
          raised[item] += random.nextLong(1_000_001 - raised[item]);
        }
      }
      land(landed, "B", new Given(given.number(), 1, "430100", "legal", raised));
    }

    try (PathFixture path = fixture("raises", 2, model)) {
      path.run(landed);

      String pairs =
          " from dossier before_it inner join dossier after_it"
              + " on after_it.dossier_no = before_it.dossier_no and after_it.body_id = 'B'"
              + " where before_it.body_id = 'A'";
      assertThat(
              path.all(
                  "select before_it.dossier_no"
                      + pairs
                      + " and (after_it.recomputed_star < before_it.recomputed_star"
                      + " or after_it.index_micro < before_it.index_micro"
                      + " or after_it.total_micro < before_it.total_micro"
                      + " or (after_it.recomputed_star is null"
                      + " and before_it.recomputed_star is not null))"))
          .as("seed %d", SEED + 1)
          .isEmpty();
      assertThat(path.all("select count(*)" + pairs)).containsExactly("10000");
      assertThat(
              path.all(
                  "select count(*) > 500"
                      + pairs
                      + " and after_it.recomputed_star > before_it.recomputed_star"))
          .containsExactly("true");
    }
  }

  private List<String> published(String name, int threads, List<Given> dossiers, String model) {
    List<String> rows = new ArrayList<>();
    try (PathFixture path = fixture(name, threads, model)) {
      path.run(land(dossiers));
      for (String table :
          List.of(
              "benchmark",
              "star_share",
              "region_estimate",
              "region_gap",
              "sensitivity",
              "coherence",
              "peer_group",
              "standing",
              "nearest_institution",
              "standing_change",
              "next_star")) {
        path.all("select * from " + table).stream()
            .sorted()
            .forEach(row -> rows.add(table + " " + row));
      }
    }
    return rows;
  }

  private List<String> benchmark(String name, List<Given> dossiers, String where) {
    try (PathFixture path = fixture(name, 2, "")) {
      path.run(land(dossiers));
      return path.all("select * from benchmark" + where).stream().sorted().toList();
    }
  }

  private List<String> ranks(String name, List<Given> dossiers, LongUnaryOperator scale) {
    List<Given> scaled = new ArrayList<>();
    for (Given given : dossiers) {
      long[] scores = given.scores().clone();
      for (int i = 0; i < scores.length; i++) {
        scores[i] = scores[i] < 0 ? scores[i] : scale.applyAsLong(scores[i]);
      }
      scaled.add(new Given(given.number(), given.star(), given.region(), given.sector(), scores));
    }
    try (PathFixture path = fixture(name, 2, BANDS)) {
      path.run(land(scaled));
      List<String> rows =
          new ArrayList<>(
              path.all(
                  "select institution_code, measure_kind, measure_id, percentile from standing"
                      + " where measure_kind in ('domain', 'indicator', 'total')"
                      + " order by institution_code, measure_kind, measure_id"));
      rows.addAll(
          path.all(
              "select region_level, region_code, measure_kind, measure_id, rank"
                  + " from region_estimate where measure_kind in ('domain', 'indicator', 'total')"
                  + " order by region_level, region_code, measure_kind, measure_id"));
      return rows;
    }
  }

  private PathFixture fixture(String name, int threads, String model) {
    PathFixture path = new PathFixture(folder.resolve(name), threads);
    return model.isEmpty() ? path : path.file("config/models/TWO.json", model);
  }

  private static List<Given> dossiers(int n, int items) {
    SplittableRandom random = new SplittableRandom(SEED);
    List<Given> dossiers = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      dossiers.add(
          new Given(
              "n" + i,
              1 + random.nextInt(3),
              REGIONS[random.nextInt(REGIONS.length)],
              SECTORS[random.nextInt(SECTORS.length)],
              scores(random, items)));
    }
    return dossiers;
  }

  /** Mostly the scale's own steps, some not applicable, low stars often met. */
  private static long[] scores(SplittableRandom random, int items) {
    long[] scores = new long[items];
    int met = random.nextInt(4);
    for (int item = 0; item < items; item++) {
      int kind = random.nextInt(30);
      scores[item] =
          kind == 0
              ? -1
              : item % 3 < met ? LEVELS[2 + random.nextInt(2)] : LEVELS[random.nextInt(4)];
    }
    return scores;
  }

  private static LandedFixture land(List<Given> dossiers) {
    LandedFixture landed = new LandedFixture();
    dossiers.forEach(given -> land(landed, "A", given));
    return landed;
  }

  private static void land(LandedFixture into, String body, Given given) {
    long row =
        into.dossier(
            body,
            given.number(),
            given.star(),
            new LandedFixture.Traits()
                .in(given.region())
                .sector(given.sector())
                .institution(body + given.number()));
    for (int item = 0; item < given.scores().length; item++) {
      into.score(row, item, given.scores()[item] < 0 ? null : given.scores()[item]);
    }
  }
}
