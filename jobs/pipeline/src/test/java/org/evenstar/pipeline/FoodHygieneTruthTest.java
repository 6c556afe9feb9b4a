package org.evenstar.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.evenstar.disclosure.Attacker;
import org.evenstar.disclosure.Cell;
import org.evenstar.disclosure.CellKey;
import org.evenstar.disclosure.Contributors;
import org.evenstar.disclosure.Decisions;
import org.evenstar.disclosure.Dimension;
import org.evenstar.disclosure.DisclosureRules;
import org.evenstar.disclosure.LinkedTables;
import org.evenstar.disclosure.LinkedTablesBuilder;
import org.evenstar.disclosure.Published;
import org.evenstar.disclosure.SuppressionRequest;
import org.evenstar.disclosure.Suppressor;
import org.evenstar.engine.Engine;
import org.evenstar.engine.EngineOptions;
import org.evenstar.engine.Engines;
import org.evenstar.engine.Rows;
import org.evenstar.landing.Landing;
import org.evenstar.landing.LandingOptions;
import org.evenstar.schemas.config.RunConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole public food hygiene data set through the path, against truths that plain scripts
 * computed from the same files. Needs the shared data, see {@link FoodHygieneData}.
 */
class FoodHygieneTruthTest {
  private static final double SIX_DECIMALS = 5e-7;
  private static final long LEAST_N = 5;

  @TempDir static Path folder;
  private static Path data;
  private static Engine engine;

  @BeforeAll
  static void runThePath() throws IOException {
    data = FoodHygieneData.folder();
    Assumptions.assumeTrue(
        Files.exists(data.resolve("fhrs_csv.zip")), "the shared data are not beside the checkout");
    Path run = FoodHygieneData.run(folder.resolve("run"));
    RunConfig config = RunConfig.load(run);
    engine = Engines.open("duckdb", new EngineOptions(2, 1024, folder.resolve("spill")));
    LandingOptions options = new LandingOptions(2, LocalDate.of(2015, 2, 23));
    Landed landed =
        Landed.of(
            new Landing(config, config.landingFolder(), folder.resolve("work"), options, path -> {})
                .land());
    Path tables = Files.createDirectories(folder.resolve("tables"));
    new Stages(config, engine, tables, RunListener.SILENT).run(landed);
  }

  @AfterAll
  static void close() {
    if (engine != null) {
      engine.close();
    }
  }

  @Test
  void everyRowReadIsAcceptedRepairedOrQuarantined() {
    long[] totals =
        numbers(
            "select cast(sum(n_read) as bigint), cast(sum(n_accepted) as bigint),"
                + " cast(sum(n_repaired) as bigint), cast(sum(n_quarantined) as bigint)"
                + " from quality where reason_code = '*'",
            4);

    assertThat(totals[0]).isEqualTo(485_137);
    assertThat(totals[1] + totals[2] + totals[3]).isEqualTo(totals[0]);
    assertThat(totals[3]).isZero();
  }

  @Test
  void severityIsNotIdentifiedAndFunnelsAreStillListed() {
    long[] severity =
        numbers(
            "select cast(count(*) as bigint),"
                + " cast(count(case when status = 'NOT_IDENTIFIED' then 1 end) as bigint),"
                + " cast(count(severity_logits) as bigint) from severity",
            3);
    long[] signals =
        numbers(
            "select cast(count(case when check_id = 'severity' and level = 'NOT_IDENTIFIED'"
                + " and reason is not null then 1 end) as bigint),"
                + " cast(count(case when check_id = 'severity' and level <> 'NOT_IDENTIFIED'"
                + " then 1 end) as bigint),"
                + " cast(count(case when check_id = 'funnel' and level in ('WATCH', 'ALERT')"
                + " then 1 end) as bigint) from signal",
            3);

    assertThat(severity[0]).isGreaterThanOrEqualTo(373);
    assertThat(severity[1]).isEqualTo(severity[0]);
    assertThat(severity[2]).isZero();
    assertThat(signals[0]).isPositive();
    assertThat(signals[1]).isZero();
    assertThat(signals[2]).isPositive();
  }

  @Test
  void countsByBodyAndSectorFromTenUpGiveNobodyAway() {
    LinkedTablesBuilder builder =
        LinkedTables.over(List.of(flat("body", "body_id"), flat("sector", "sector_id")));
    for (String cut : List.of("", "body_id", "sector_id", "body_id, sector_id")) {
      String by = cut.isEmpty() ? "" : cut + ", ";
      try (Rows rows =
          engine.query(
              "select "
                  + by
                  + "cast(count(*) as bigint) from dossier"
                  + (cut.isEmpty() ? "" : " group by " + cut))) {
        while (rows.next()) {
          Map<String, String> key = new HashMap<>();
          for (int i = 0; i + 1 < rows.columns().size(); i++) {
            key.put(rows.columns().get(i).replace("_id", ""), rows.textAt(i));
          }
          long n = rows.longAt(rows.columns().size() - 1);
          builder.add(Cell.of(CellKey.of(key), cut, n, Contributors.counted(Math.toIntExact(n))));
        }
      }
    }
    LinkedTables tables = builder.build();
    DisclosureRules tens = DisclosureRules.DEFAULT.withMinN(10);

    Decisions safe = Suppressor.suppress(tables, tens, SuppressionRequest.NONE);

    assertThat(safe.withheld()).isNotEmpty();
    assertThat(safe.conflicts()).isEmpty();
    assertThat(Attacker.attack(Published.of(safe)).findings()).isEmpty();
    assertThat(Attacker.attack(Published.of(Suppressor.primaryOnly(tables, tens))).findings())
        .isNotEmpty();
  }

  private static Dimension flat(String name, String column) {
    List<String> codes = new ArrayList<>();
    try (Rows rows =
        engine.query("select distinct " + column + " from dossier order by " + column)) {
      while (rows.next()) {
        codes.add(rows.textAt(0));
      }
    }
    return Dimension.flat(name, "*", codes);
  }

  @Test
  void everyStarThatHasScoresIsRecomputed() {
    assertThat(numbers("select count(awarded_star), count(*) from dossier", 2))
        .containsExactly(401_124, 485_137);
    assertThat(
            numbers(
                "select cast(sum(n) as bigint), cast(sum(n_above) as bigint),"
                    + " cast(sum(n_below) as bigint) from star_mismatch_count",
                3))
        .containsExactly(395_776, 0, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"region", "sector", "region,sector"})
  void everyCellEqualsItsTruth(String cut) throws IOException {
    List<String> dimensions = List.of(cut.split(","));
    Map<String, Map<String, Double>> stars = benchmark(dimensions, "star");
    Map<String, Map<String, Double>> totals = benchmark(dimensions, "total");
    Map<String, Map<String, Double>> shares = shares(dimensions);
    Map<String, Map<String, Double>> recount = recount(dimensions);
    Map<String, Map<String, String>> truth = FoodHygieneData.truth(dimensions);

    truth.forEach(
        (key, row) -> {
          if (number(row, "n_star") >= LEAST_N) {
            expectMean(key, row, "star", "n_star", stars.get(key));
            for (int star = 0; star <= 5; star++) {
              assertThat(shares.get(key).get("star" + star))
                  .as("%s star%d", key, star)
                  .isEqualTo(number(row, "star" + star));
            }
          }
          if (number(row, "n_scores") >= LEAST_N) {
            expectMean(key, row, "total", "n_scores", totals.get(key));
          }
          expectRecount(key, row, recount.get(key));
        });
    assertThat(stars.keySet()).isSubsetOf(truth.keySet());
  }

  @Test
  void everyBodyEqualsItsTruth() throws IOException {
    Map<String, Map<String, Double>> stars = bodyBenchmark("star");
    Map<String, Map<String, Double>> totals = bodyBenchmark("total");
    Map<String, Map<String, Double>> recount = recount(List.of("body"));
    Map<String, Map<String, String>> truth = FoodHygieneData.truth(List.of("body_code"));

    assertThat(truth).hasSize(405);
    truth.forEach(
        (code, row) -> {
          if (number(row, "n_star") > 0) {
            expectMean(code, row, "star", "n_star", stars.get(code));
          }
          if (number(row, "n_scores") > 0) {
            expectMean(code, row, "total", "n_scores", totals.get(code));
          }
          expectRecount(code, row, recount.get(code));
        });
  }

  private static void expectMean(
      String key, Map<String, String> truth, String measure, String n, Map<String, Double> found) {
    assertThat(found).as("%s %s", key, measure).isNotNull();
    assertThat(found.get("n")).as("%s %s", key, n).isEqualTo(number(truth, n));
    assertThat(found.get("mean"))
        .as("%s mean_%s", key, measure)
        .isCloseTo(number(truth, "sum_" + measure) / number(truth, n), within(SIX_DECIMALS));
    assertThat(found.get("mean")).isCloseTo(number(truth, "mean_" + measure), within(SIX_DECIMALS));
    assertThat((double) Math.round(found.get("mean") * found.get("n")))
        .as("%s sum_%s", key, measure)
        .isEqualTo(number(truth, "sum_" + measure));
    if (measure.equals("star") && number(truth, n) > 1) {
      assertThat(found.get("sd"))
          .as("%s sd_star", key)
          .isCloseTo(number(truth, "sd_star"), within(SIX_DECIMALS));
    }
  }

  private static void expectRecount(
      String key, Map<String, String> truth, Map<String, Double> found) {
    for (String column :
        List.of(
            "rows",
            "n_star",
            "exempt",
            "awaiting",
            "scottish_status",
            "n_scores",
            "sum_hygiene",
            "sum_structural",
            "sum_confidence",
            "blank_date")) {
      assertThat(found.get(column)).as("%s %s", key, column).isEqualTo(number(truth, column));
    }
  }

  private static Map<String, Map<String, Double>> benchmark(
      List<String> dimensions, String measure) {
    return rows(
        "select region_code, sector_id, n, mean, sd from benchmark"
            + cellsOf(dimensions)
            + " and measure_kind = '"
            + measure
            + "' and obs_status = 'OK'",
        dimensions);
  }

  private static Map<String, Map<String, Double>> shares(List<String> dimensions) {
    Map<String, Map<String, Double>> cells = new HashMap<>();
    try (Rows rows =
        engine.query(
            "select region_code, sector_id, star, n from star_share" + cellsOf(dimensions))) {
      while (rows.next()) {
        if (!rows.isNull(3)) {
          cells
              .computeIfAbsent(key(rows, dimensions), k -> new HashMap<>())
              .put("star" + rows.longAt(2), (double) rows.longAt(3));
        }
      }
    }
    return cells;
  }

  private static String cellsOf(List<String> dimensions) {
    return " where region_level = '"
        + (dimensions.contains("region") ? "region" : "nation")
        + "' and sector_id "
        + (dimensions.contains("sector") ? "<> '*'" : "= '*'")
        + " and organisation_type = '*' and applied_star = '*' and awarded_star = '*'"
        + " and period_kind = 'all'";
  }

  private static Map<String, Map<String, Double>> bodyBenchmark(String measure) {
    return rows(
        "select body_id as region_code, '*' as sector_id, n, mean, sd from body_benchmark"
            + " where measure_kind = '"
            + measure
            + "'",
        List.of("region"));
  }

  /** Counts the datasets do not hold, from the dossiers behind them. */
  private static Map<String, Map<String, Double>> recount(List<String> dimensions) {
    String region =
        dimensions.contains("region")
            ? "dossier.region_code"
            : dimensions.contains("body") ? "dossier.body_id" : "'*'";
    String sector = dimensions.contains("sector") ? "dossier.sector_id" : "'*'";
    return rows(
        "with points as (select row_key, count(points_micro) as n,"
            + item(0, "hygiene")
            + item(1, "structural")
            + item(2, "confidence").replaceAll(",$", "")
            + " from landed_score group by row_key) select "
            + region
            + " as region_code, "
            + sector
            + " as sector_id, cast(count(*) as bigint) as \"rows\","
            + " cast(count(awarded_star) as bigint) as n_star,"
            + absent("exempt", "EXEMPT")
            + absent("awaiting", "AWAITING_INSPECTION", "AWAITING_PUBLICATION")
            + absent("scottish_status", "OTHER_SCHEME")
            + " cast(count(case when points.n = 3 then 1 end) as bigint) as n_scores,"
            + " cast(coalesce(sum(hygiene), 0) / 1000000 as bigint) as sum_hygiene,"
            + " cast(coalesce(sum(structural), 0) / 1000000 as bigint) as sum_structural,"
            + " cast(coalesce(sum(confidence), 0) / 1000000 as bigint) as sum_confidence,"
            + " cast(count(case when assessed_on is null then 1 end) as bigint) as blank_date"
            + " from dossier left join points on points.row_key = dossier.row_key group by "
            + region
            + ", "
            + sector,
        dimensions.contains("body") ? List.of("region") : dimensions);
  }

  private static String item(int itemNo, String name) {
    return " sum(case when item_no = " + itemNo + " then points_micro end) as " + name + ",";
  }

  private static String absent(String name, String... reasons) {
    return " cast(count(case when star_absence in ('"
        + String.join("', '", reasons)
        + "') then 1 end) as bigint) as "
        + name
        + ",";
  }

  /** Rows of a query whose first columns are region_code and sector_id, by the cut's key. */
  private static Map<String, Map<String, Double>> rows(String query, List<String> dimensions) {
    Map<String, Map<String, Double>> cells = new LinkedHashMap<>();
    try (Rows rows = engine.query(query)) {
      while (rows.next()) {
        Map<String, Double> cell = new HashMap<>();
        for (int i = 2; i < rows.columns().size(); i++) {
          if (!rows.isNull(i)) {
            cell.put(
                rows.columns().get(i), Double.parseDouble(Objects.requireNonNull(rows.textAt(i))));
          }
        }
        cells.put(key(rows, dimensions), cell);
      }
    }
    return cells;
  }

  private static String key(Rows rows, List<String> dimensions) {
    return (dimensions.contains("region") ? rows.textAt(0) : "")
        + (dimensions.contains("sector") ? "|" + rows.textAt(1) : "");
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }

  private static long[] numbers(String query, int n) {
    try (Rows rows = engine.query(query)) {
      rows.next();
      long[] values = new long[n];
      for (int i = 0; i < n; i++) {
        values[i] = rows.longAt(i);
      }
      return values;
    }
  }
}
