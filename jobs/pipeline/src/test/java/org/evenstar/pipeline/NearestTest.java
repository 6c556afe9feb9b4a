package org.evenstar.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.evenstar.stats.benchmark.QuantileType;
import org.evenstar.stats.benchmark.Quantiles;
import org.junit.jupiter.api.Test;

/** The institutions most similar to each, under model TWO, held to a search over all pairs. */
class NearestTest extends PathTest {
  private static final long SEED = 20240306;
  private static final int NEAREST = 20;
  private static final int STAR_STEPS = 3;
  private static final int LEVELS = 3;
  private static final List<String> REGIONS =
      List.of("430100", "430200", "210200", "210100", "210000", "110000", "XPCC");

  private record Institution(
      String number, String region, String sector, String type, int applied, LocalDate on) {

    double distance(Institution other) {
      return (region(other)
              + (sector.equals(other.sector) ? 0 : 1)
              + (type.equals(other.type) ? 0 : 1)
              + Math.min(Math.abs(applied - other.applied), STAR_STEPS) / (double) STAR_STEPS)
          / 4;
    }

    private double region(Institution other) {
      Set<String> common = new HashSet<>(regions(region));
      common.retainAll(regions(other.region));
      return region.equals(other.region) ? 0 : 1 - common.size() / (double) LEVELS;
    }

    private static Set<String> regions(String code) {
      if (code.equals("XPCC")) {
        return Set.of("unit37:XPCC");
      }
      String province = code.substring(0, 2) + "0000";
      String unit = code.equals("210200") ? code : province;
      return code.equals(province)
          ? Set.of("province:" + province, "unit37:" + unit)
          : Set.of("province:" + province, "unit37:" + unit, "prefecture:" + code);
    }
  }

  @Test
  void theNearestAreThoseOfASearchOverAllPairs() {
    List<Institution> all = institutions(160, new SplittableRandom(SEED));

    run();

    Map<String, Double> values = values();
    int checked = 0;
    for (String row :
        all(
            "select institution_code, n, distance_max, q1, median, q3, gap_to_median"
                + " from nearest_institution where measure_kind = 'index'")) {
      String[] cells = row.split("\\|", -1);
      Institution own =
          all.stream().filter(i -> cells[0].equals("I" + i.number())).findFirst().orElseThrow();
      List<Institution> nearest = nearest(own, all);
      double[] others =
          nearest.stream()
              .filter(other -> values.containsKey("I" + other.number()))
              .mapToDouble(other -> values.get("I" + other.number()))
              .sorted()
              .toArray();
      assertThat(Integer.parseInt(cells[1])).as("seed %d", SEED).isEqualTo(others.length);
      assertThat(Double.parseDouble(cells[2]))
          .as("distance of %s, seed %d", own, SEED)
          .isCloseTo(own.distance(nearest.get(nearest.size() - 1)), within(1e-12));
      for (int k = 1; k <= 3; k++) {
        assertThat(Double.parseDouble(cells[2 + k]))
            .as("quartile %d of %s, seed %d", k, own, SEED)
            .isCloseTo(
                Quantiles.of(others, k / 4.0, QuantileType.TYPE_7).orElseThrow(), within(1e-9));
      }
      assertThat(Double.parseDouble(cells[6]))
          .isCloseTo(values.get(cells[0]) - Double.parseDouble(cells[4]), within(1e-9));
      checked++;
    }
    assertThat(checked).isGreaterThan(100);
  }

  @Test
  void whatAllHaveInCommonIsNamed() {
    same("a", 21, "430100", "training", "enterprise");
    same("b", 5, "110000", "law", "public");

    run();

    assertThat(
            all(
                "select distinct substr(institution_code, 1, 2), distance_max, shared"
                    + " from nearest_institution order by 1"))
        .containsExactly(
            "Ia|0.0|organisation_type,sector,region,applied_star", "Ib|0.75|applied_star");
  }

  @Test
  void fewerThanTenOthersTellNothing() {
    same("a", 10, "430100", "training", "enterprise");

    run();

    assertThat(
            all(
                "select distinct n, distance_max, shared, q1, median, q3, gap_to_median, obs_status,"
                    + " reason from nearest_institution"))
        .containsExactly("9|null|null|null|null|null|null|NOT_ENOUGH|FEW_PEERS");
  }

  /** Recomputes the distances of docs/methods/benchmark.md. */
  @Test
  void thePageSaysWhatThePathComputes() throws IOException {
    Map<String, LandedFixture.Traits> cases = new TreeMap<>();
    cases.put("A", traits("430100", "training", "enterprise", 3));
    cases.put("B", traits("430100", "training", "enterprise", 2));
    cases.put("C", traits("430200", "training", "enterprise", 3));
    cases.put("D", traits("110000", "training", "public", 1));
    cases.forEach((number, traits) -> landed.dossier("A", number, 2, traits));

    run();

    String page = Files.readString(Path.of("../../docs/methods/benchmark.md"));
    for (String row :
        all(
            "select dossier.dossier_no, cast(near_choice.distance as double) / near_choice.n_distance"
                + " from near_choice inner join dossier on dossier.row_key = near_choice.row_key"
                + " inner join near_institution as own on own.profile_no = near_choice.profile_no"
                + " where own.dossier_no = 'A' and dossier.dossier_no <> 'A'")) {
      String[] cells = row.split("\\|", -1);
      assertThat(page)
          .contains(
              String.format(
                  Locale.ROOT,
                  "| distance of A and %s | %.6f |",
                  cells[0],
                  Double.valueOf(cells[1])));
    }
  }

  private static List<Institution> nearest(Institution own, List<Institution> all) {
    return all.stream()
        .filter(other -> !other.equals(own))
        .sorted(
            Comparator.comparingDouble((Institution other) -> Math.rint(own.distance(other) * 36))
                .thenComparing(Institution::on, Comparator.reverseOrder())
                .thenComparing(Institution::number))
        .limit(NEAREST)
        .toList();
  }

  private Map<String, Double> values() {
    Map<String, Double> values = new TreeMap<>();
    for (String row :
        all("select institution_code, value from standing where measure_kind = 'index'")) {
      String[] cells = row.split("\\|", -1);
      values.put(cells[0], Double.valueOf(cells[1]));
    }
    return values;
  }

  /** Institutions of few traits, some crowded and some alone, on few days. */
  private List<Institution> institutions(int n, SplittableRandom random) {
    List<Institution> all = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      boolean isUsual = random.nextInt(3) == 0;
      Institution one =
          new Institution(
              String.format(Locale.ROOT, "%03d", i),
              REGIONS.get(isUsual ? 0 : random.nextInt(REGIONS.size())),
              isUsual || random.nextBoolean() ? "training" : "law",
              isUsual || random.nextBoolean() ? "enterprise" : "public",
              isUsual ? 3 : 1 + random.nextInt(3),
              LocalDate.of(2024, 3, 1 + random.nextInt(9)));
      all.add(one);
      long row =
          landed.dossier(
              "A",
              one.number(),
              2,
              traits(one.region(), one.sector(), one.type(), one.applied()).on(one.on()));
      for (int item = 0; item < 15; item++) {
        landed.score(row, item, 100_000L * random.nextInt(11));
      }
    }
    return all;
  }

  private void same(String prefix, int n, String region, String sector, String type) {
    for (int i = 0; i < n; i++) {
      landed.dossier("A", prefix + i, 2, traits(region, sector, type, 3));
    }
  }

  private static LandedFixture.Traits traits(
      String region, String sector, String type, int applied) {
    return new LandedFixture.Traits().in(region).sector(sector).type(type).applied(applied);
  }
}
